-- What they answered by name: the last message of whoever they call, not long before; one under the
-- same message, where there is one.
SELECT s.room_no, s.place AS by_place,
    max_by(m.place, row(coalesce(m.under = s.under, FALSE), m.us, m.place)) AS place,
    m.who, s.us, s.role
FROM speech AS s
JOIN message AS m ON m.room_no = s.room_no AND m.who = s.to_who AND m.us <= s.us
CROSS JOIN rule
LEFT JOIN linked AS l ON l.by_place = s.place AND l.who = s.to_who
WHERE l.by_place IS NULL AND m.us >= s.us - rule.named_us AND m.role = 'fan'
GROUP BY s.room_no, s.place, m.who, s.us, s.role
