package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ical.CalendarAnswer.Given;
import eu.rempart.activity.ical.CalendarAnswer.Refused;
import eu.rempart.activity.ical.CalendarAnswer.Why;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to invitations as programs write them, and as nobody should. */
class AnswerReaderTest {

  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
  private static final UUID MEETING = UUID.fromString("018f0000-0000-7000-8000-000000000001");

  private static final String GOOD =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      METHOD:REPLY
      BEGIN:VEVENT
      UID:018f0000-0000-7000-8000-000000000001@rempart
      SEQUENCE:3
      DTSTAMP:20270301T110000Z
      ATTENDEE;CN="Zoë; C.";PARTSTAT=TENTATIVE;X-NUM-GUESTS=0:MAILTO:zoe@client.example
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  private static @Nullable Why refused(String text) {
    return AnswerReader.read(text, NOW) instanceof Refused(var why) ? why : null;
  }

  @Test
  void whatAnotherProgramAnsweredIsRead() {
    assertThat(AnswerReader.read(GOOD, NOW))
        .isEqualTo(
            new Given(
                MEETING,
                3,
                Instant.parse("2027-03-01T11:00:00Z"),
                "zoe@client.example",
                "TENTATIVE"));
    assertThat(AnswerReader.read(GOOD.replace("\r\n", "\n"), NOW)).isInstanceOf(Given.class);
    assertThat(AnswerReader.read(GOOD.replace("SEQUENCE:3\r\n", ""), NOW))
        .isInstanceOfSatisfying(Given.class, given -> assertThat(given.sequence()).isZero());
  }

  /** The library would unfold the rules of zones, second by second, until no memory is left. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN:VTIMEZONE\r\n",
        "BEGIN:VTIME\r\n ZONE\r\n",
        "BEG\r\n IN:VTIMEZONE\r\n",
        "BEGIN:VTIME\r\n\r\n ZONE\r\n",
        "BEGIN;X=\"a:b\":VTIMEZONE\r\n",
        "VERSION:1.0\r\nBEGIN;ENCODING=QUOTED-PRINTABLE:VTIMEZON=45\r\n"
      })
  void zoneThatNeverEndsCostsNothing(String begin) {
    String zone =
        begin
            + """
            TZID:Nowhere
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=SECONDLY
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            """
                .replace("\n", "\r\n");
    String local = "DTSTART;TZID=Nowhere:20270301T110000\r\nDTSTAMP";
    String text = GOOD.replace("METHOD", zone + "METHOD").replace("DTSTAMP", local);

    assertThat(AnswerReader.read(text, NOW)).isInstanceOf(Given.class);
  }

  @Test
  void whatDoesNotCountSaysWhy() {
    assertThat(refused("")).isEqualTo(Why.MALFORMED);
    assertThat(refused("\u0000\u0001")).isEqualTo(Why.MALFORMED);
    assertThat(refused(GOOD.replace("REPLY", "REQUEST"))).isEqualTo(Why.NO_ANSWER);
    assertThat(refused(GOOD.replace("METHOD:REPLY\r\n", ""))).isEqualTo(Why.NO_ANSWER);
    assertThat(refused(GOOD.replace("@rempart", "@google.com"))).isEqualTo(Why.STRANGE_MEETING);
    assertThat(refused(GOOD.replace("UID:018f", "UID:zzzz"))).isEqualTo(Why.STRANGE_MEETING);
    assertThat(refused(GOOD.replace("DTSTAMP:20270301", "DTSTAMP:20990301"))).isEqualTo(Why.FUTURE);
    assertThat(refused(GOOD.replace("DTSTAMP:20270301T110000Z\r\n", ""))).isEqualTo(Why.MALFORMED);
    assertThat(refused(GOOD.replace("PARTSTAT=TENTATIVE;", ""))).isEqualTo(Why.MALFORMED);
    assertThat(refused(GOOD.replace("MAILTO:zoe@client.example", "http://evil.example/")))
        .isEqualTo(Why.MALFORMED);
    assertThat(refused(GOOD.replace("SEQUENCE:3", "RECURRENCE-ID:20270308T080000Z")))
        .isEqualTo(Why.ONE_OCCURRENCE);
    assertThat(
            refused(
                GOOD.replace(
                    "END:VEVENT", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@b.example\r\nEND:VEVENT")))
        .as("an answer is one person's")
        .isEqualTo(Why.MALFORMED);
    assertThat(refused(GOOD + "x".repeat(300_000))).isEqualTo(Why.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noDamageThrows(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder(GOOD);
      for (int i = random.nextInt(12); i >= 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(0x3000));
          case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
          default -> text.insert(at, GOOD, 0, random.nextInt(GOOD.length()));
        }
      }
      assertThat(AnswerReader.read(text.toString(), NOW)).isNotNull();
    }
  }

  @Test
  void deepNestingIsNoAnswer() {
    assertThat(AnswerReader.read("BEGIN:VEVENT\r\n".repeat(15_000), NOW)).isNotNull();
  }
}
