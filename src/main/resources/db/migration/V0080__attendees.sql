-- Who takes part in a meeting, with their answers, and what goes out to them (decision record 0080).

CREATE TABLE activity_attendee (
  id               uuid PRIMARY KEY,
  version          int NOT NULL DEFAULT 1,
  activity_id      uuid NOT NULL REFERENCES activity (id),
  -- One of the three says who it is: a contact, a member, or an address that is nobody's record.
  contact_id       uuid REFERENCES contact (id),
  member_id        uuid,
  address          sealed_text,
  answer           text NOT NULL DEFAULT 'NEEDS_ACTION' CHECK (answer IN ('NEEDS_ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE')),
  answered_at      timestamptz,
  -- DTSTAMP of the answer that counts, where it came by mail: an older one does not
  answer_stamp     timestamptz,
  -- Of the last invitation: its SEQUENCE (RFC 5545), its mail, how that fared, and where it went.
  invited_sequence int CHECK (invited_sequence >= 0),
  mail_id          uuid,
  mail_state       text CHECK (mail_state IN ('WAITING', 'SENT', 'FAILED', 'BOUNCED')),
  mail_said        sealed_text,
  invited_address  sealed_text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  created_by       uuid,
  created_source   text NOT NULL DEFAULT 'manual',
  changed_at       timestamptz NOT NULL DEFAULT now(),
  changed_by       uuid,
  change_source    text NOT NULL DEFAULT 'manual',
  change_reason    text,
  change_id        uuid,
  CHECK (num_nonnulls(contact_id, member_id) <= 1),
  CHECK (num_nonnulls(contact_id, member_id, address) >= 1),
  CHECK ((invited_sequence IS NULL) = (mail_id IS NULL) AND (mail_id IS NULL) = (mail_state IS NULL)),
  UNIQUE (activity_id, contact_id),
  UNIQUE (activity_id, member_id)
);
CREATE INDEX activity_attendee_contact ON activity_attendee (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX activity_attendee_member ON activity_attendee (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX activity_attendee_mail ON activity_attendee (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX activity_attendee_change ON activity_attendee (change_id);

-- What calendars elsewhere were told of a meeting: numbers and ids alone. It outlives the meeting, so that one
-- that comes back from the bin goes on counting.
CREATE TABLE activity_invited (
  activity_id  uuid PRIMARY KEY,
  -- SEQUENCE of RFC 5545
  sequence     int NOT NULL CHECK (sequence >= 0),
  -- to whom answers go, whoever sends
  organizer_id uuid NOT NULL,
  -- the version of the activity that was told; null once it was called off
  told_version int,
  -- when it was told to be, as the activity has it in clear: answers to another time count no more
  told_when    text
);

-- Invitations on their way out, sealed; their queue is email_dispatch. No business record: a line goes once the
-- mail server took it. What could not be delivered of a cancellation stays a month, to be shown.
CREATE TABLE invitation_mail (
  id          uuid PRIMARY KEY,
  activity_id uuid NOT NULL,
  attendee_id uuid NOT NULL,
  -- with a contact goes what was to be sent to them
  contact_id  uuid REFERENCES contact (id) ON DELETE CASCADE,
  method      text NOT NULL CHECK (method IN ('REQUEST', 'CANCEL')),
  failed      boolean NOT NULL DEFAULT false,
  sender      sealed_text NOT NULL,
  recipient   sealed_text NOT NULL,
  subject     sealed_text NOT NULL,
  body        sealed_text NOT NULL,
  calendar    sealed_text NOT NULL,
  said        sealed_text,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX invitation_mail_activity ON invitation_mail (activity_id);
CREATE INDEX invitation_mail_contact ON invitation_mail (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX invitation_mail_failed ON invitation_mail (created_at) WHERE failed;

GRANT SELECT, INSERT, UPDATE, DELETE ON activity_attendee, activity_invited, invitation_mail TO rempart_app;

SELECT rempart.keep_history('activity_attendee', '{"activity_id": "activity", "contact_id": "contact"}');
SELECT rempart.guard('activity_attendee');
CREATE INDEX ON activity_attendee_history (activity_id);
CREATE INDEX ON activity_attendee_history (contact_id);
CREATE INDEX ON activity_attendee_archive (activity_id);
CREATE INDEX ON activity_attendee_archive (contact_id);

-- Members are told of meetings that they are asked to.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('ASSIGNED', 'MENTIONED', 'INVITED'));
