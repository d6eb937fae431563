package eu.rempart.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The files that a firm would bring of its people, deals and activities, as Pipedrive writes them.
 */
record MatterFiles(CrmFirm firm) {

  static final List<String> STAGES = List.of("New", "Qualified", "Offer made", "Negotiation");

  byte[] people() {
    StringBuilder csv = new StringBuilder("First name,Last name,Email,Phone,City,Company\n");
    for (int i = 0; i < firm.contacts(); i++) {
      SyntheticPerson person = firm.person(i);
      line(
          csv,
          person.firstName(),
          person.lastName(),
          i + "." + person.email(),
          person.phone(),
          person.city(),
          firm.company(i % firm.companies()));
    }
    return bytes(csv);
  }

  byte[] deals() {
    StringBuilder csv =
        new StringBuilder(
            "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Pipeline,Deal - Stage,"
                + "Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Lost time,"
                + "Deal - Organization,Deal - Contact person\n");
    for (int i = 0; i < firm.deals(); i++) {
      CrmFirm.Deal deal = firm.deal(i);
      boolean open = deal.stage() < CrmFirm.OPEN_STAGES;
      boolean won = deal.stage() == CrmFirm.OPEN_STAGES;
      line(
          csv,
          Integer.toString(i),
          deal.name(),
          Long.toString(deal.amount()),
          "EUR",
          "Sales",
          STAGES.get(deal.stage() % STAGES.size()),
          open ? "Open" : won ? "Won" : "Lost",
          firm.expected(i).toString(),
          won ? time(deal.since()) : "",
          open || won ? "" : time(deal.since()),
          firm.company(deal.company()),
          name(deal.contact()));
    }
    return bytes(csv);
  }

  byte[] activities() {
    StringBuilder csv =
        new StringBuilder(
            "Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,"
                + "Activity - Due time,Activity - Done,Activity - Marked as done time,"
                + "Organization - Name,Person - Name\n");
    for (int i = 0; i < firm.activities(); i++) {
      CrmFirm.Deed deed = firm.activity(i);
      LocalDateTime at = LocalDateTime.ofInstant(deed.at(), ZoneOffset.UTC);
      line(
          csv,
          Integer.toString(i),
          deed.subject(),
          List.of("Task", "Call", "Meeting").get(deed.kind()),
          LocalDate.from(at).toString(),
          deed.timed() ? at.toLocalTime().toString() : "",
          deed.done() ? "Done" : "To do",
          deed.done() ? time(deed.at().plusSeconds(3_600)) : "",
          firm.company(deed.contact() % firm.companies()),
          name(deed.contact()));
    }
    return bytes(csv);
  }

  private String name(int contact) {
    SyntheticPerson person = firm.person(contact);
    return person.firstName() + " " + person.lastName();
  }

  private static String time(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString().replace('T', ' ');
  }

  private static void line(StringBuilder csv, String... cells) {
    csv.append(String.join(",", cells)).append('\n');
  }

  private static byte[] bytes(StringBuilder csv) {
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
