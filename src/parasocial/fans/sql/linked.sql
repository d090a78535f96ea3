-- What the creator and the team answered by a link, unless they say that they speak to another.
SELECT c.room_no, c.place AS by_place, m.place, m.who, c.us, c.role
FROM message AS c JOIN message AS m ON m.place = c.under
WHERE c.role IN ('creator', 'team') AND m.role = 'fan' AND NOT EXISTS (
    SELECT 1 FROM speech AS s
    WHERE s.alone AND s.place = c.place AND s.log_no = c.log_no AND s.to_who <> m.who
)
