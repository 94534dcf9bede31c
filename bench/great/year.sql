-- What happened in one year: `hours` holds each lesson of each class, `:past` says how many weeks are over.
-- A mark for each student at every third lesson, six absences of a hundred, homework at every second lesson.
INSERT INTO workload (year_id, teacher_id, subject_id, unit_id, hours_week)
SELECT DISTINCT :year, teacher, subject, unit, 2.5 FROM hours WHERE week = 0;

INSERT INTO timetable (year_id, weekday, slot, unit_id, subject_id, teacher_id, since)
SELECT :year, weekday, slot, unit, subject, teacher, day FROM hours WHERE week = 0;

INSERT INTO lessons (id, unit_id, subject_id, date, slot, starts_at, ends_at, teacher_id, status, topic)
SELECT key, unit, subject, day, slot,
    day || ' ' || printf('%02d', slot + 4) || ':30:00.000000',
    day || ' ' || printf('%02d', slot + 5) || ':15:00.000000',
    teacher, 'planned', CASE WHEN week < :past THEN 'Тема ' || number END
FROM hours ORDER BY key;

INSERT INTO registers (lesson_id, expected, taken_by, taken_at, revision)
SELECT hours.key, seated.list, hours.teacher, hours.day || ' 12:00:00.000000', 1
FROM hours JOIN (
    SELECT unit_id, json_group_array(student_id) AS list FROM enrolments GROUP BY unit_id
) AS seated ON seated.unit_id = hours.unit
WHERE hours.week < :past ORDER BY hours.key;

INSERT INTO works (id, lesson_id, unit_id, subject_id, date, kind, teacher_id, created_at)
SELECT key, key, unit, subject, day, 'answer', teacher, day || ' 10:00:00.000000'
FROM hours WHERE week < :past AND number % 3 = 0 ORDER BY key;

INSERT INTO marks (work_id, student_id, value, date, subject_id, author_id, entered_at)
SELECT hours.key, seated.student_id, CAST(2 + (seated.student_id * 7 + hours.number * 5) % 31 % 4 AS TEXT),
    hours.day, hours.subject, hours.teacher, hours.day || ' 11:00:00.000000'
FROM hours JOIN enrolments AS seated ON seated.unit_id = hours.unit
WHERE hours.week < :past AND hours.number % 3 = 0 ORDER BY hours.key, seated.student_id;

INSERT INTO attendance (lesson_id, student_id, date, slot, status, reason, entered_by, entered_at)
SELECT hours.key, seated.student_id, hours.day, hours.slot, 'absent',
    CASE WHEN seated.student_id % 3 THEN 'ill' END, hours.teacher, hours.day || ' 11:00:00.000000'
FROM hours JOIN enrolments AS seated ON seated.unit_id = hours.unit
WHERE hours.week < :past AND (hours.number * 7 + seated.student_id * 13) % 17 = 0
ORDER BY hours.key, seated.student_id;

INSERT INTO homework (lesson_id, given_lesson_id, text, author_id, created_at, updated_at)
SELECT key, CASE WHEN week THEN key - 30 END, '№ ' || number || ', учебник, параграф', teacher,
    day || ' 10:00:00.000000', day || ' 10:00:00.000000'
FROM hours WHERE week < :past + 1 AND number % 2 = 0 ORDER BY key;

INSERT INTO results (
    student_id, subject_id, unit_id, year_id, period_id, kind, value, author_id, entered_at
)
SELECT seated.student_id, subjects.id, units.id, :year, periods.id, 'period', '4', 100,
    periods.ends_on || ' 10:00:00.000000'
FROM units
JOIN enrolments AS seated ON seated.unit_id = units.id
JOIN subjects
JOIN periods ON periods.year_id = units.year_id
WHERE units.year_id = :year AND :over ORDER BY 1, 2, 5;
