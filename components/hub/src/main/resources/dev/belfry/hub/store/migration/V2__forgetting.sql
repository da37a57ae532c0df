-- When what is known of a device was learned, in nanoseconds since 1970: those that are gone are forgotten in time.
ALTER TABLE hub_devices ADD COLUMN changed_at BIGINT DEFAULT 0 NOT NULL;

-- Until when a guest is kept; null for users, who are kept for good.
ALTER TABLE hub_users ADD COLUMN expires_at BIGINT;

CREATE INDEX hub_users_expiry ON hub_users (expires_at) ${partial} WHERE expires_at IS NOT NULL
;
