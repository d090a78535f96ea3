-- Every message once, the copy with the finest time, with who its author is to the channel.
WITH numbered AS (
    SELECT w.*, row_number() OVER (
        PARTITION BY w.platform, w.room, w.item_id
        ORDER BY w.vague_us, w.us IS NULL, w.marks IS NULL, w.replies DESC NULLS LAST,
            w.source_no, w.file_no) AS copy_no
    FROM written AS w JOIN repeated AS d
        ON d.platform = w.platform AND d.room = w.room AND d.item_id = w.item_id
), kept AS (
    SELECT w.source_no, w.file_no, w.platform, w.room, w.item_id, w.actor_id, w.target_id,
        w.channel, w.us, w.vague_us, w.words, w.marks, w.replies, w.reply_to
    FROM written AS w LEFT JOIN repeated AS d
        ON d.platform = w.platform AND d.room = w.room AND d.item_id = w.item_id
    WHERE d.item_id IS NULL
    UNION ALL
    SELECT source_no, file_no, platform, room, item_id, actor_id, target_id,
        channel, us, vague_us, words, marks, replies, reply_to
    FROM numbered WHERE copy_no = 1
)
SELECT k.*, coalesce(a.role, 'fan') AS role
FROM kept AS k LEFT JOIN apart AS a ON a.actor_id = k.actor_id
