-- Who read or was shown something of the person signed in: roles and organisations, never a name.
-- The audit trail itself stays closed to them. Acts on the reader's own record only.
CREATE FUNCTION who_saw_me() RETURNS TABLE (at timestamptz, who text, what text)
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
    SELECT a.at, concat_ws(', ', 'A mentor', m.organisation), 'Whether you are on licence'
    FROM mine JOIN audit_entries a ON a.object_type = 'introduction' AND a.object_id = mine.id
    JOIN mentors m ON m.user_id = a.actor_user_id
    WHERE a.action = 'supervision.read'
  $$;
