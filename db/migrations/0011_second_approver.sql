-- Who gives the second approval is a safeguarding lead, and as little involved as the first (I2).
CREATE FUNCTION guard_second_approval() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.second_approved_at IS NULL OR (TG_OP = 'UPDATE' AND
      (NEW.second_approved_at, NEW.second_approved_by) IS NOT DISTINCT FROM (OLD.second_approved_at, OLD.second_approved_by)) THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM role_grants g JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL
    WHERE g.user_id = NEW.second_approved_by AND g.role IN ('mentor', 'coordinator')
      AND g.is_safeguarding_lead AND g.ended_at IS NULL) THEN
    RAISE EXCEPTION 'the second approver is not a safeguarding lead' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM role_grants WHERE user_id = NEW.second_approved_by AND employer_id = NEW.employer_id AND ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM candidates WHERE id = NEW.candidate_id AND user_id = NEW.second_approved_by) THEN
    RAISE EXCEPTION 'nobody approves for themselves or for their own employer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_second BEFORE INSERT OR UPDATE ON introductions FOR EACH ROW EXECUTE FUNCTION guard_second_approval();
