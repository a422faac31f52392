-- Somebody who had a place is expected there: when it is taken back, their employer learns that they
-- have left, and whom to ring. The name and the words stay hidden, as after any other.
DROP FUNCTION employer_introduction_state(uuid);
--> statement-breakpoint
CREATE FUNCTION employer_introduction_state(introduction uuid)
  RETURNS TABLE (state text, answer_due_on date, started_on date, is_start_confirmed boolean, is_open boolean,
    left_after text, mentor_name text, mentor_phone text)
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT CASE WHEN i.state = 'withdrawn' THEN 'closed' ELSE i.state END,
      CASE WHEN i.ended_at IS NULL THEN i.answer_due_on END,
      CASE WHEN i.ended_at IS NULL THEN i.started_on END,
      i.ended_at IS NULL AND i.start_confirmed_at IS NOT NULL,
      i.ended_at IS NULL,
      CASE WHEN n.introduction_id IS NULL THEN NULL WHEN i.start_recorded_at IS NOT NULL THEN 'started' ELSE 'accepted' END,
      n.mentor_name, n.mentor_phone
    FROM introductions i JOIN introduction_releases r ON r.introduction_id = i.id
    LEFT JOIN released_names n
      ON n.introduction_id = i.id AND i.state = 'withdrawn' AND i.accepted_at IS NOT NULL
    WHERE i.id = introduction AND r.employer_id = app_organisation() $$;
