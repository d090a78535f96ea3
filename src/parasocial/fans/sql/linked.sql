-- What the creator and the team answered by a link, unless they say that they speak to another.
SELECT c.platform, c.room, c.item_id AS by_item, c.reply_to AS item_id, m.actor_id, c.us, c.role
FROM message AS c
JOIN message AS m ON m.platform = c.platform AND m.room = c.room AND m.item_id = c.reply_to
WHERE c.role IN ('creator', 'team') AND c.reply_to IS NOT NULL AND m.role = 'fan'
    AND (c.channel <> 'reply' OR c.target_id IS NULL OR c.target_id = m.actor_id)
