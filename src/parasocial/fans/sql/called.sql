-- What they answered by name: the last message of whoever they call, not long before.
SELECT s.platform, s.room, s.item_id AS by_item, max_by(m.item_id, m.us) AS item_id, m.actor_id,
    s.us, s.role
FROM speech AS s
JOIN message AS m ON m.platform = s.platform AND m.room = s.room AND m.actor_id = s.target_id
    AND m.us <= s.us
CROSS JOIN rule
LEFT JOIN linked AS l ON l.platform = s.platform AND l.room = s.room AND l.by_item = s.item_id
    AND l.actor_id = s.target_id
WHERE l.by_item IS NULL AND m.us >= s.us - rule.named_us AND m.role = 'fan'
GROUP BY s.platform, s.room, s.item_id, m.actor_id, s.us, s.role
