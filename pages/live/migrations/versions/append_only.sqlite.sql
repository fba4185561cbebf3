-- A row of the audit is never changed, deleted or replaced. An empty line parts the statements.
create trigger intake_audit_not_changed before update on intake_audit
begin select raise(abort, 'intake_audit is append-only'); end

create trigger intake_audit_not_deleted before delete on intake_audit
begin select raise(abort, 'intake_audit is append-only'); end

create trigger intake_audit_not_replaced before insert on intake_audit
when exists (select 1 from intake_audit where id = new.id)
begin select raise(abort, 'intake_audit is append-only'); end
