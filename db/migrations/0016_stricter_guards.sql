-- What an employer is given is what was agreed to, goes to whom it was agreed for, and not before.
-- Only the gate writes these tables; this is for the day on which the gate has a fault.
CREATE FUNCTION guard_release() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  i introductions;
  agreed text;
BEGIN
  SELECT * INTO i FROM introductions WHERE id = NEW.introduction_id;
  IF i.first_released_at IS NULL OR i.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'nothing is released of this introduction' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.employer_id IS DISTINCT FROM i.employer_id THEN
    RAISE EXCEPTION 'a release is for the employer of the introduction' USING ERRCODE = 'check_violation';
  END IF;
  CASE TG_TABLE_NAME
    WHEN 'introduction_releases' THEN
      IF NEW.opportunity_id IS DISTINCT FROM i.opportunity_id THEN
        RAISE EXCEPTION 'a release is for the opportunity of the introduction' USING ERRCODE = 'check_violation';
      END IF;
    WHEN 'released_profiles' THEN
      SELECT body INTO agreed FROM profile_texts WHERE id = i.consent_text_id;
      IF NEW.body IS DISTINCT FROM agreed THEN
        RAISE EXCEPTION 'these are not the words agreed to' USING ERRCODE = 'check_violation';
      END IF;
    WHEN 'released_names' THEN
      IF i.second_released_at IS NULL OR i.state IN ('proposed', 'introduced') THEN
        RAISE EXCEPTION 'the employer has not said that it wants to meet' USING ERRCODE = 'check_violation';
      END IF;
      SELECT full_name INTO agreed FROM candidate_identities WHERE candidate_id = i.candidate_id;
      IF NEW.full_name IS DISTINCT FROM agreed THEN
        RAISE EXCEPTION 'this is not the name of who is introduced' USING ERRCODE = 'check_violation';
      END IF;
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON introduction_releases FOR EACH ROW EXECUTE FUNCTION guard_release();
CREATE TRIGGER guard BEFORE INSERT ON released_profiles FOR EACH ROW EXECUTE FUNCTION guard_release();
CREATE TRIGGER guard BEFORE INSERT ON released_names FOR EACH ROW EXECUTE FUNCTION guard_release();
--> statement-breakpoint
-- An employer begins with a draft, and once the office has it changes nothing but whether it is
-- open: closing it, and opening it again until another day. All else would be read by people and by
-- nobody before them.
CREATE OR REPLACE FUNCTION guard_opportunity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_office boolean := app_role() IN ('coordinator', 'system', 'gate');
  of_closing text[] := ARRAY['state', 'version', 'closed_at', 'close_reason'];
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state <> 'draft' AND NOT is_office THEN
    RAISE EXCEPTION 'an opportunity begins as a draft' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NOT is_office THEN
    IF (OLD.state = 'submitted' AND NEW.state <> 'submitted') OR (NEW.state = 'live' AND OLD.state NOT IN ('live', 'closed')) THEN
      RAISE EXCEPTION 'only the office decides on an opportunity' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state = 'closed' AND NEW.state = 'live' THEN
      of_closing := of_closing || 'closes_on'::text;
    END IF;
    IF OLD.state NOT IN ('draft', 'returned') AND to_jsonb(NEW) - of_closing IS DISTINCT FROM to_jsonb(OLD) - of_closing THEN
      RAISE EXCEPTION 'what the office has read is not changed' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.state = 'live' AND (TG_OP = 'INSERT' OR OLD.state <> 'live') AND NOT EXISTS (
      SELECT 1 FROM employers WHERE id = NEW.employer_id AND approved_at IS NOT NULL AND suspended_at IS NULL) THEN
    RAISE EXCEPTION 'the employer is not approved' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
      ('draft', 'draft'), ('draft', 'submitted'), ('submitted', 'submitted'), ('submitted', 'live'), ('submitted', 'returned'),
      ('returned', 'returned'), ('returned', 'submitted'), ('live', 'live'), ('live', 'closed'), ('closed', 'closed'), ('closed', 'live')) THEN
    RAISE EXCEPTION 'an opportunity cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The counts are for the board and the office. Who counts acts as the system and cannot see who
-- asked; so somebody without rights of their own asks first, and nobody else may count.
ALTER FUNCTION board_funnel(date, date) RENAME TO count_funnel;
ALTER FUNCTION board_opportunities() RENAME TO count_opportunities;
ALTER FUNCTION board_employers() RENAME TO count_employers;
REVOKE ALL ON FUNCTION count_funnel(date, date), count_opportunities(), count_employers() FROM public;
CREATE FUNCTION require_board() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF app_role() NOT IN ('board', 'coordinator', 'system', 'gate') THEN
    RAISE EXCEPTION 'the counts are for the board' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
CREATE FUNCTION board_funnel(from_day date, to_day date)
  RETURNS TABLE (kind text, proposed bigint, introduced bigint, met bigint, offered bigint, accepted bigint, started bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM require_board(); RETURN QUERY SELECT * FROM count_funnel(from_day, to_day); END $$;
CREATE FUNCTION board_opportunities()
  RETURNS TABLE (kind text, year integer, opportunities bigint, employers bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM require_board(); RETURN QUERY SELECT * FROM count_opportunities(); END $$;
CREATE FUNCTION board_employers() RETURNS bigint
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ BEGIN PERFORM require_board(); RETURN count_employers(); END $$;
REVOKE ALL ON FUNCTION board_funnel(date, date), board_opportunities(), board_employers() FROM public;
GRANT EXECUTE ON FUNCTION board_funnel(date, date), board_opportunities(), board_employers() TO throughgate_app;
--> statement-breakpoint
-- Whoever adds to the trail is somebody, and says in which role and for whom they act.
DROP POLICY add ON audit_entries;
CREATE POLICY add ON audit_entries FOR INSERT WITH CHECK (
  actor_user_id = (SELECT app_user()) AND actor_role = (SELECT app_role())
  AND organisation_id IS NOT DISTINCT FROM (SELECT app_organisation()));
--> statement-breakpoint
-- Also each time a mentor reads an introduction, whoever it is about.
CREATE OR REPLACE FUNCTION who_saw_me() RETURNS TABLE (at timestamptz, who text, what text)
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$
    WITH me AS (SELECT id FROM candidates WHERE user_id = app_user()),
    mine AS (SELECT i.id, i.employer_id, i.opportunity_id, i.second_released_at
      FROM introductions i JOIN me ON me.id = i.candidate_id)
    SELECT a.at,
      CASE a.actor_role WHEN 'mentor' THEN concat_ws(', ', 'A mentor', m.organisation)
        WHEN 'coordinator' THEN 'The office' ELSE 'Somebody of the service' END,
      'Your record'
    FROM audit_entries a JOIN me ON a.object_type = 'candidate' AND a.object_id = me.id
    LEFT JOIN mentors m ON m.user_id = a.actor_user_id
    WHERE a.action = 'candidate.read' AND a.actor_user_id IS DISTINCT FROM app_user()
    UNION ALL
    SELECT r.released_at, e.name, 'Shown your words, without your name, for “' || o.title || '”'
    FROM mine JOIN introduction_releases r ON r.introduction_id = mine.id
    JOIN employers e ON e.id = mine.employer_id JOIN opportunities o ON o.id = mine.opportunity_id
    UNION ALL
    SELECT mine.second_released_at, e.name, 'Shown your name and your mentor’s number, for “' || o.title || '”'
    FROM mine JOIN employers e ON e.id = mine.employer_id
    JOIN opportunities o ON o.id = mine.opportunity_id
    WHERE mine.second_released_at IS NOT NULL
    UNION ALL
    SELECT a.at, e.name, CASE a.action WHEN 'name.read' THEN 'Read your name' ELSE 'Read your words' END || ', for “' || o.title || '”'
    FROM mine JOIN audit_entries a ON a.object_type = 'introduction' AND a.object_id = mine.id
    JOIN employers e ON e.id = a.organisation_id JOIN opportunities o ON o.id = mine.opportunity_id
    WHERE a.actor_role = 'employer' AND a.action IN ('profile.read', 'name.read')
    UNION ALL
    SELECT a.at, concat_ws(', ', 'A mentor', m.organisation),
      CASE a.action WHEN 'supervision.read' THEN 'Whether you are on licence'
        ELSE 'Your words and what you are looking for, for “' || o.title || '”' END
    FROM mine JOIN audit_entries a ON a.object_type = 'introduction' AND a.object_id = mine.id
    JOIN mentors m ON m.user_id = a.actor_user_id JOIN opportunities o ON o.id = mine.opportunity_id
    WHERE a.action IN ('supervision.read', 'introduction.read')
  $$;
