-- A row of the audit is never changed or deleted. An empty line parts the statements.
create function intake_audit_kept() returns trigger language plpgsql as
$$ begin raise exception 'intake_audit is append-only'; end $$

create trigger intake_audit_kept before update or delete or truncate on intake_audit
for each statement execute function intake_audit_kept()
