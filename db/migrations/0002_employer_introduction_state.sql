-- What an employer may know of where its own introduction stands, since it cannot read the row:
-- nothing before the first release, and only "closed" once the other side has taken it back.
CREATE FUNCTION employer_introduction_state(introduction uuid)
  RETURNS TABLE (state text, answer_due_on date, started_on date, is_start_confirmed boolean, is_open boolean)
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT CASE WHEN i.state = 'withdrawn' THEN 'closed' ELSE i.state END,
      CASE WHEN i.ended_at IS NULL THEN i.answer_due_on END,
      CASE WHEN i.ended_at IS NULL THEN i.started_on END,
      i.ended_at IS NULL AND i.start_confirmed_at IS NOT NULL,
      i.ended_at IS NULL
    FROM introductions i JOIN introduction_releases r ON r.introduction_id = i.id
    WHERE i.id = introduction AND r.employer_id = app_organisation() $$;
