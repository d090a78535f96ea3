-- What the creator and the team answered by a link, unless they say that they speak to another.
SELECT c.room_no, c.place AS by_place, m.place, m.who, c.us, c.role
FROM message AS c JOIN message AS m ON m.place = c.under
WHERE c.role IN ('creator', 'team') AND m.role = 'fan'
    AND (c.answered_who IS NULL OR c.answered_who = m.who)
