-- The one way from a request to the task queue, whose tables belong to the owner's login. It joins
-- the caller's transaction. Where no worker has ever run there is no queue, and nothing to do.
CREATE FUNCTION enqueue_task(task text, payload json, key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app_is_inside() THEN
    RAISE EXCEPTION 'only the system gives tasks' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF to_regnamespace('graphile_worker') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(identifier => task, payload => payload, job_key => key);
  END IF;
END $$;
REVOKE ALL ON FUNCTION enqueue_task(text, json, text) FROM public;
GRANT EXECUTE ON FUNCTION enqueue_task(text, json, text) TO throughgate_app;
