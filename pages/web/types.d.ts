/* What the server hands to the light pages, and what their scripts hand to each other. */

export interface District {
  code: string;
  name: string;
  short: string;
  site: string;
}

export interface AgendaSlide {
  title: string;
  minutes: number;
  speaker: string;
}

/* A conference as `chuong-trinh.json` tells it. edition: in words. */
export interface Plan {
  code: string;
  title: string;
  year: number;
  edition: string;
  ended: boolean;
  slides: AgendaSlide[];
  districts: District[];
}

export interface Question {
  indicator: string;
  year: number;
  view: string;
}

/* What all sites see at a moment; a later revision is newer. */
export interface State {
  revision: number;
  slide: number;
  blank: boolean;
  highlight: string;
  question: Question | null;
}

export type Command = Partial<Pick<State, "blank" | "highlight" | "question" | "slide">> & { step?: number };

/* A district's own line, each part in words. */
export interface OwnLine {
  name: string;
  value: string;
  rank: string;
  change: string;
  plan: string;
}

export type TableCell = [text: string, value: number | string | null, fill?: string, ink?: string];

export interface SlideTable {
  columns: { label: string; numeric: boolean; unit: string }[];
  rows: { code: string; cells: TableCell[] }[];
  header: number;
}

/* A slide's content. figure: Plotly's JSON. body, legend: HTML of our own templates. */
export interface Content {
  title: string;
  subtitle: string;
  mark: string;
  foot: string;
  finding: string;
  body: string;
  figure: string;
  legend: string;
  table: SlideTable | null;
  own?: Record<string, OwnLine>;
}

export interface Visitor {
  role: string;
  site: string;
  since: string;
}

export interface Conclusion {
  text: string;
  owner: string;
  deadline: string;
}

/* A trace as Plotly takes it: what is read of it here. */
export interface Trace {
  type?: string;
  geo?: string;
  geojson?: string;
  customdata?: unknown[];
  x?: unknown[];
  y?: unknown[];
}

/* One scene of a display. due: what should have come, until when; late until `last`. */
export interface Scene {
  key: string;
  kind: string;
  language: string;
  content: Content;
  seconds: number;
  days: number[];
  hours?: [string, string];
  first_day?: string;
  last_day?: string;
  until?: string;
  due?: { year: number; date: string; last: string };
}

export interface Scenes {
  scenes: Scene[];
  words: Record<string, Record<string, string>>;
  edition: Record<string, string>;
  province: Record<string, string>;
  night: [string, string] | null;
  dim: number;
  made: string;
}

export interface Manifest {
  format: number;
  title: string;
  version: string;
  files: Record<string, { sha256: string; bytes: number }>;
}

export interface Bundle {
  manifest: Manifest;
  parts: Record<string, string>;
}

/* A frame that plays a bundle. atOnce: as soon as it is drawn. failed: scenes that could not be drawn. */
export interface Player {
  bundle: Bundle;
  frame: HTMLIFrameElement;
  ready: boolean;
  atOnce: boolean;
  scenes: number;
  failed: string[];
  late: number;
}

declare global {
  interface Window {
    CONFERENCE: {
      language: string;
      topology: string;
      words: Record<string, string>;
      offline?: { plan: Plan; slides: Record<string, Content>; shapes: Record<string, unknown> };
    };
    BUNDLE: Bundle & { words: Record<string, string>; topology: string };
    SCENES: Scenes;
    SHAPES: Record<string, unknown>;
    OPTIONS: { speed: number; offset: number; preview: boolean };
    Plotly: {
      react(place: HTMLElement, data: unknown[], layout: object, config: object): Promise<void>;
      Plots: { resize(place: HTMLElement): Promise<void> };
      newPlot(place: HTMLElement, data: unknown[], layout: object, config: object): Promise<void>;
      toImage(figure: Element | null, options: object): Promise<string>;
    };
  }
}
