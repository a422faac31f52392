ALTER TABLE "search_documents" ADD COLUMN "min_age" smallint;--> statement-breakpoint
-- The rows there are get theirs here: the relay would write them again only at their next change.
UPDATE "search_documents" d SET "min_age" = coalesce((SELECT o.min_age FROM opportunities o WHERE o.id = d.id), 16);--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "min_age" SET NOT NULL;
