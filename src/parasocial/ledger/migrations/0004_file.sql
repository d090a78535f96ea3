-- Single chats handed over together are one import, yet each is an export by itself: the same chat
-- in two of them is one chat.
ALTER TABLE row ADD COLUMN file_no BIGINT DEFAULT 0;
