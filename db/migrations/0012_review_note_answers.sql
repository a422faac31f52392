ALTER TABLE "review_notes" ADD COLUMN "answer" text;--> statement-breakpoint
-- Only a draft may go: what was once sent in has been read by others, and stays.
CREATE FUNCTION guard_opportunity_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND NOT app_is_inside() THEN
    RAISE EXCEPTION 'only a draft may be deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER guard_delete BEFORE DELETE ON opportunities FOR EACH ROW EXECUTE FUNCTION guard_opportunity_delete();
