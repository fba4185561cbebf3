-- Editions: snapshots that a publication made, newest first.
-- out   id | author | message | time (text, UTC, ISO) | extra (JSON text: kind, rows, text fingerprint)
select snapshot_id as id, author, commit_message as message,
       strftime(snapshot_time at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as time, commit_extra_info as extra
from ducklake_snapshots('lake') where commit_extra_info is not null
order by snapshot_id desc
