-- What version 0.1.0 wrote into PostgreSQL 15: a workshop with a plan typed by y-websocket, a secret poll that is closed, an open one with two
-- ballots, and two codes for one use. Made by that version's server, taken out by pg_dump --inserts --no-owner; changed by nobody since.
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA werkraum;
CREATE SCHEMA werkraum_history;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE werkraum.ballot_01a22ca61eb77ddab5f41d0e4e43e121 (
    member uuid NOT NULL,
    choices json NOT NULL,
    receipt uuid NOT NULL
)
WITH (autovacuum_enabled='false');
CREATE TABLE werkraum.code (
    code text NOT NULL,
    room uuid NOT NULL,
    role text NOT NULL,
    single boolean DEFAULT false NOT NULL,
    used_by uuid
);
CREATE TABLE werkraum.event (
    id uuid NOT NULL,
    title text NOT NULL,
    date date,
    venue text,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE werkraum.member (
    id uuid NOT NULL,
    room uuid NOT NULL,
    name text NOT NULL,
    organisation text,
    role text NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    removed boolean DEFAULT false NOT NULL
);
CREATE TABLE werkraum.plan_snapshot (
    room uuid NOT NULL,
    seq bigint NOT NULL,
    data bytea NOT NULL
);
CREATE TABLE werkraum.plan_update (
    room uuid NOT NULL,
    seq bigint NOT NULL,
    data bytea NOT NULL
);
CREATE TABLE werkraum.poll (
    id uuid NOT NULL,
    room uuid NOT NULL,
    question text NOT NULL,
    method text NOT NULL,
    options json NOT NULL,
    settings json NOT NULL,
    state text NOT NULL,
    opened_at timestamp with time zone,
    closes_at timestamp with time zone,
    closed_at timestamp with time zone,
    eligible integer DEFAULT 0 NOT NULL,
    opening_eligible integer DEFAULT 0 NOT NULL,
    opening_present integer DEFAULT 0 NOT NULL,
    cast_count integer DEFAULT 0 NOT NULL,
    revealed boolean DEFAULT false NOT NULL,
    tally json,
    receipts json,
    ballots json,
    reason text,
    origin uuid,
    shown_cast integer DEFAULT 0 NOT NULL,
    shown_tally json
);
CREATE TABLE werkraum.poll_voter (
    poll uuid NOT NULL,
    member uuid NOT NULL,
    organisation text,
    present boolean NOT NULL,
    voted boolean DEFAULT false NOT NULL
);
CREATE TABLE werkraum.room (
    id uuid NOT NULL,
    event uuid,
    title text NOT NULL,
    language text NOT NULL,
    phase text DEFAULT 'collect'::text NOT NULL,
    locked boolean DEFAULT false NOT NULL,
    timer_ends_at timestamp with time zone,
    timer_seconds integer,
    spotlight text,
    admission text DEFAULT 'open'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);
CREATE TABLE werkraum.setting (
    key text NOT NULL,
    value text NOT NULL
);
CREATE TABLE werkraum_history.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
INSERT INTO werkraum.ballot_01a22ca61eb77ddab5f41d0e4e43e121 VALUES ('01a22ca6-1cc9-7e91-9f0b-bfdbc1733239', '{"eac0ad39-57b1-49e7-9c66-379f0a873ab4":"yes"}', '90b6c1e2-f913-4b66-a939-6b0d5092ff63');
INSERT INTO werkraum.ballot_01a22ca61eb77ddab5f41d0e4e43e121 VALUES ('01a22ca6-1cd7-74e9-a1a9-167cd2ed940e', '{"eac0ad39-57b1-49e7-9c66-379f0a873ab4":"no"}', 'f58fa376-50cd-40e6-8864-98d819e23113');
INSERT INTO werkraum.code VALUES ('D9NBV72C', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'moderator', false, NULL);
INSERT INTO werkraum.code VALUES ('PY5FC9TC', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'participant', false, NULL);
INSERT INTO werkraum.code VALUES ('KYZDUTZN', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'viewer', false, NULL);
INSERT INTO werkraum.code VALUES ('RK6TENFM', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'participant', true, NULL);
INSERT INTO werkraum.code VALUES ('SBN95THF', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'participant', true, NULL);
INSERT INTO werkraum.member VALUES ('01a22ca6-1c7d-7c80-a87e-72821c704693', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'Mona', NULL, 'moderator', '2026-11-30 13:30:13.503+00', false);
INSERT INTO werkraum.member VALUES ('01a22ca6-1cc9-7e91-9f0b-bfdbc1733239', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'Paula', NULL, 'participant', '2026-11-30 13:30:13.577+00', false);
INSERT INTO werkraum.member VALUES ('01a22ca6-1cd7-74e9-a1a9-167cd2ed940e', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'Bert', NULL, 'participant', '2026-11-30 13:30:13.593+00', false);
INSERT INTO werkraum.member VALUES ('01a22ca6-1ce7-7864-ba91-656027ce61c2', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'Cem', NULL, 'participant', '2026-11-30 13:30:13.608+00', false);
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 1, '\x01019cb3b2df0a000401057469746c65114175732046617373756e6720302e312e3000');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 2, '\x0119e3c4c9890a00040104676f616c16416e7472c3a4676520676568656e206469676974616c27010573746570732430316132326361362d316432612d373336362d396263332d653033353238376539343465012800e3c4c9890a1502696401772430316132326361362d316432612d373336362d396263332d6530333532383765393434652800e3c4c9890a150472616e6b017701462700e3c4c9890a15057469746c65022700e3c4c9890a150764657461696c73042700e3c4c9890a1508636f6d6d656e7473000400e3c4c9890a180e466f726d756c617220626175656e0700e3c4c9890a1903097061726167726170680700e3c4c9890a29060400e3c4c9890a2a044d69742086e3c4c9890a2e067374726f6e67027b7d84e3c4c9890a2f05616c6c656e86e3c4c9890a34067374726f6e67046e756c6c84e3c4c9890a35082046656c6465726e2800e3c4c9890a150b726573706f6e7369626c65017706416d742031302800e3c4c9890a150364756501770a323032372d30332d30312800e3c4c9890a1506737461747573017705646f696e6727010573746570732430316132326361362d316432622d373239302d383832392d376130653932393261356666012800e3c4c9890a4102696401772430316132326361362d316432622d373239302d383832392d3761306539323932613566662800e3c4c9890a410472616e6b017701562700e3c4c9890a41057469746c65022700e3c4c9890a410764657461696c73042700e3c4c9890a4108636f6d6d656e7473000400e3c4c9890a440654657374656e00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 16, '\x0101af9e9df9030d84af9e9df9030c016d00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 15, '\x0101af9e9df9030c84af9e9df9030b016f00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 14, '\x0101af9e9df9030b84af9e9df9030a015300');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 13, '\x0101af9e9df9030a84af9e9df90309012000');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 12, '\x0101af9e9df9030984af9e9df90308016d00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 11, '\x0101af9e9df9030884af9e9df90307017500');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 10, '\x0101af9e9df9030784af9e9df90306017a00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 9, '\x0101af9e9df9030684af9e9df90305012000');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 8, '\x0101af9e9df9030584af9e9df90304017300');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 7, '\x0101af9e9df9030484af9e9df90303016900');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 6, '\x0101af9e9df9030384af9e9df90302016200');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 5, '\x0101af9e9df9030284af9e9df90301012000');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 4, '\x0101af9e9df9030184af9e9df9030003e2809300');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 3, '\x0101af9e9df9030084e3c4c9890a14012000');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 17, '\x0101af9e9df9030e84af9e9df9030d016d00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 21, '\x0101af9e9df9031284af9e9df9031104f09f8c9e00');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 20, '\x0101af9e9df9031184af9e9df90310012000');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 19, '\x0101af9e9df9031084af9e9df9030f017200');
INSERT INTO werkraum.plan_update VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', 18, '\x0101af9e9df9030f84af9e9df9030e016500');
INSERT INTO werkraum.poll VALUES ('01a22ca6-1e22-7ea9-9a10-09792f118faf', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'Geheim gefragt?', 'consent', '[{"id":"ab610ea1-b707-46de-bce5-5dfb7230e241","label":"Geheim gefragt?"}]', '{"secret":true,"reveal":"closed","minBallots":3,"receipts":true,"moderatorsVote":false,"quorum":null,"top":null,"byAuthority":false,"grace":3,"majority":"simple","base":"yesNo"}', 'closed', '2026-11-30 13:30:13.949+00', NULL, '2026-11-30 13:30:14.03+00', 3, 3, 1, 3, false, '{"valid":true,"cast":3,"eligible":3,"present":3,"options":{"ab610ea1-b707-46de-bce5-5dfb7230e241":{"yes":2,"no":1,"abstain":0,"base":3,"needed":2,"missing":0,"decision":"accepted","sentence":{"de":"Angenommen: 2 Ja, 1 Nein, 0 Enthaltungen; nötig waren 2 Ja-Stimmen (mehr Ja als Nein).","en":"Accepted: 2 yes, 1 no, 0 abstentions; 2 yes were needed (more yes than no)."}}},"sentence":{"de":"Angenommen: 2 Ja, 1 Nein, 0 Enthaltungen; nötig waren 2 Ja-Stimmen (mehr Ja als Nein).","en":"Accepted: 2 yes, 1 no, 0 abstentions; 2 yes were needed (more yes than no)."}}', '[{"receipt":"3b83cff5-8dc9-400f-9aba-0388ea644119","choices":{"ab610ea1-b707-46de-bce5-5dfb7230e241":"no"}},{"receipt":"ee0ade96-54de-4071-aebf-d7b3bb094168","choices":{"ab610ea1-b707-46de-bce5-5dfb7230e241":"yes"}},{"receipt":"f6f00482-b099-475c-80a1-e77d9bbe7500","choices":{"ab610ea1-b707-46de-bce5-5dfb7230e241":"yes"}}]', NULL, NULL, NULL, 0, NULL);
INSERT INTO werkraum.poll VALUES ('01a22ca6-1eb7-7dda-b5f4-1d0e4e43e121', '01a22ca6-1bcd-71d3-9e6a-7f785785962c', 'Offen gefragt?', 'consent', '[{"id":"eac0ad39-57b1-49e7-9c66-379f0a873ab4","label":"Offen gefragt?"}]', '{"secret":false,"reveal":"closed","minBallots":3,"receipts":true,"moderatorsVote":false,"quorum":null,"top":null,"byAuthority":false,"grace":3,"majority":"simple","base":"yesNo"}', 'open', '2026-11-30 13:30:14.082+00', NULL, NULL, 3, 3, 3, 0, false, NULL, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO werkraum.poll_voter VALUES ('01a22ca6-1e22-7ea9-9a10-09792f118faf', '01a22ca6-1cc9-7e91-9f0b-bfdbc1733239', NULL, true, true);
INSERT INTO werkraum.poll_voter VALUES ('01a22ca6-1e22-7ea9-9a10-09792f118faf', '01a22ca6-1cd7-74e9-a1a9-167cd2ed940e', NULL, false, true);
INSERT INTO werkraum.poll_voter VALUES ('01a22ca6-1e22-7ea9-9a10-09792f118faf', '01a22ca6-1ce7-7864-ba91-656027ce61c2', NULL, false, true);
INSERT INTO werkraum.poll_voter VALUES ('01a22ca6-1eb7-7dda-b5f4-1d0e4e43e121', '01a22ca6-1cc9-7e91-9f0b-bfdbc1733239', NULL, true, false);
INSERT INTO werkraum.poll_voter VALUES ('01a22ca6-1eb7-7dda-b5f4-1d0e4e43e121', '01a22ca6-1cd7-74e9-a1a9-167cd2ed940e', NULL, true, false);
INSERT INTO werkraum.poll_voter VALUES ('01a22ca6-1eb7-7dda-b5f4-1d0e4e43e121', '01a22ca6-1ce7-7864-ba91-656027ce61c2', NULL, true, false);
INSERT INTO werkraum.room VALUES ('01a22ca6-1bcd-71d3-9e6a-7f785785962c', NULL, 'Aus Fassung 0.1.0', 'de', 'collect', false, NULL, NULL, NULL, 'open', '2026-11-30 13:30:13.325+00', '2026-11-30 13:30:13.833+00', NULL);
INSERT INTO werkraum.setting VALUES ('tokenSecret', 'fXNZNCtNAUv/WB/e2uShk65C7KcAaaD/tNAgdUpNgAJRrCqG4gtwV6q5g26YM+8B');
INSERT INTO werkraum_history.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"werkraum_history","werkraum"', NULL, 'werkraum', '2026-11-30 13:30:09.022082', 0, true);
INSERT INTO werkraum_history.flyway_schema_history VALUES (1, '1', 'base', 'SQL', 'V1__base.sql', 1477040746, 'werkraum', '2026-11-30 13:30:09.094378', 115, true);
INSERT INTO werkraum_history.flyway_schema_history VALUES (2, '2', 'shown tally', 'SQL', 'V2__shown_tally.sql', -1578547284, 'werkraum', '2026-11-30 13:30:09.306756', 3, true);
ALTER TABLE ONLY werkraum.ballot_01a22ca61eb77ddab5f41d0e4e43e121
    ADD CONSTRAINT ballot_01a22ca61eb77ddab5f41d0e4e43e121_pkey PRIMARY KEY (member);
ALTER TABLE ONLY werkraum.code
    ADD CONSTRAINT code_pkey PRIMARY KEY (code);
ALTER TABLE ONLY werkraum.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY werkraum.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY werkraum.plan_snapshot
    ADD CONSTRAINT plan_snapshot_pkey PRIMARY KEY (room);
ALTER TABLE ONLY werkraum.plan_update
    ADD CONSTRAINT plan_update_pkey PRIMARY KEY (room, seq);
ALTER TABLE ONLY werkraum.poll
    ADD CONSTRAINT poll_pkey PRIMARY KEY (id);
ALTER TABLE ONLY werkraum.poll_voter
    ADD CONSTRAINT poll_voter_pkey PRIMARY KEY (poll, member);
ALTER TABLE ONLY werkraum.room
    ADD CONSTRAINT room_pkey PRIMARY KEY (id);
ALTER TABLE ONLY werkraum.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (key);
ALTER TABLE ONLY werkraum_history.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
CREATE UNIQUE INDEX code_shared ON werkraum.code USING btree (room, role) WHERE (NOT single);
CREATE INDEX member_room ON werkraum.member USING btree (room);
CREATE INDEX poll_room ON werkraum.poll USING btree (room);
CREATE INDEX room_event ON werkraum.room USING btree (event);
CREATE INDEX flyway_schema_history_s_idx ON werkraum_history.flyway_schema_history USING btree (success);
ALTER TABLE ONLY werkraum.code
    ADD CONSTRAINT code_room_fkey FOREIGN KEY (room) REFERENCES werkraum.room(id) ON DELETE CASCADE;
ALTER TABLE ONLY werkraum.code
    ADD CONSTRAINT code_used_by_fkey FOREIGN KEY (used_by) REFERENCES werkraum.member(id) ON DELETE SET NULL;
ALTER TABLE ONLY werkraum.member
    ADD CONSTRAINT member_room_fkey FOREIGN KEY (room) REFERENCES werkraum.room(id) ON DELETE CASCADE;
ALTER TABLE ONLY werkraum.plan_snapshot
    ADD CONSTRAINT plan_snapshot_room_fkey FOREIGN KEY (room) REFERENCES werkraum.room(id) ON DELETE CASCADE;
ALTER TABLE ONLY werkraum.plan_update
    ADD CONSTRAINT plan_update_room_fkey FOREIGN KEY (room) REFERENCES werkraum.room(id) ON DELETE CASCADE;
ALTER TABLE ONLY werkraum.poll
    ADD CONSTRAINT poll_room_fkey FOREIGN KEY (room) REFERENCES werkraum.room(id) ON DELETE CASCADE;
ALTER TABLE ONLY werkraum.poll_voter
    ADD CONSTRAINT poll_voter_poll_fkey FOREIGN KEY (poll) REFERENCES werkraum.poll(id) ON DELETE CASCADE;
ALTER TABLE ONLY werkraum.room
    ADD CONSTRAINT room_event_fkey FOREIGN KEY (event) REFERENCES werkraum.event(id) ON DELETE SET NULL;
