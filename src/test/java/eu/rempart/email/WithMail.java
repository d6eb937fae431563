package eu.rempart.email;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.TimelineKey;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.history.RecordRef;
import eu.rempart.team.WithNarrowedMembers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A firm that sends and receives e-mails through real servers. */
public abstract class WithMail extends WithNarrowedMembers {

  protected static final MailServers SERVERS = MailServers.one();

  @Autowired protected EmailService emails;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry registry) {
    registry.add("rempart.mail.host", () -> "127.0.0.1");
    registry.add("rempart.mail.port", () -> SERVERS.front().port());
    registry.add("rempart.mail.tls", () -> "NONE");
    registry.add("rempart.mail.from", () -> "crm@firm.example");
    registry.add("rempart.mail.patience", () -> "5s");
    registry.add("rempart.mailbox.trust", () -> SERVERS.authority().toString());
    registry.add("rempart.mailbox.inside", () -> "127.0.0.0/8, ::1");
    registry.add("rempart.mailbox.tries", () -> 1_000);
    registry.add("rempart.mailbox.patience", () -> "10s"); // one test waits for all of it
  }

  @BeforeEach
  void emptyServers() throws Exception {
    SERVERS.front().answer(null);
    // what a test before left to be sent later would be a mail of this one
    sql("DELETE FROM email_dispatch");
    sql("DELETE FROM invitation_mail");
    SERVERS.green().purgeEmailFromAllMailboxes();
  }

  /** A contact with an address that nobody else has. */
  protected Known known(String first, String last) {
    return known(first, last, null);
  }

  protected Known known(String first, String last, @Nullable UUID owner) {
    String address = first.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@client.example";
    ContactId id =
        contacts.create(
            ContactData.builder()
                .firstName(first)
                .lastName(last)
                .ownerId(owner)
                .emails(List.of(EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, true)))
                .build());
    return new Known(id, address);
  }

  /** A contact and their address. */
  protected record Known(ContactId id, String address) {

    public RecordRef ref() {
      return new RecordRef("contact", id.value());
    }
  }

  protected DealId deal(String name, CompanyId company) {
    return deals.create(
        DealData.builder()
            .name(name)
            .companyId(company)
            .stageId(FirstPipeline.of(pipelines).stages().getFirst().kept())
            .build());
  }

  protected static RecordRef ref(DealId deal) {
    return new RecordRef("deal", deal.value());
  }

  /** The mails on a record, newest first. */
  protected List<Email> on(RecordRef record) {
    List<UUID> ids = emails.keys(record, null, 50).stream().map(TimelineKey::id).toList();
    var found = emails.findAll(ids);
    return ids.stream().map(found::get).toList();
  }

  protected static EmailContent content(Email email) {
    return java.util.Objects.requireNonNull(email.content().orNull());
  }
}
