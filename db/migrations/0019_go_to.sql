ALTER TABLE "account_tokens" ADD COLUMN "go_to" text;--> statement-breakpoint
ALTER TABLE "link_requests" ADD COLUMN "go_to" text;
