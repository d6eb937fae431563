package eu.rempart.email.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.common.TimelineKey;
import eu.rempart.email.EmailService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.timeline.TimelineSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** E-mails in the timelines of the records that they lie on. */
@org.springframework.stereotype.Component
@Order(15)
final class EmailTimeline implements TimelineSource {

  private final EmailService emails;
  private final EmailDesk desk;

  EmailTimeline(EmailService emails, EmailDesk desk) {
    this.emails = emails;
    this.desk = desk;
  }

  @Override
  public String labelKey() {
    return "email.list.title";
  }

  @Override
  public boolean isOn(String kind) {
    return EmailService.isAbout(kind);
  }

  @Override
  public Strand of(String kind, UUID record) {
    return new Mails(new RecordRef(kind, record));
  }

  private final class Mails implements Strand {

    private final RecordRef about;
    private final boolean mayWrite;

    Mails(RecordRef about) {
      this.about = about;
      this.mayWrite = desk.mayWrite(about);
    }

    @Override
    public List<TimelineKey> keys(@Nullable TimelineKey before, int limit) {
      return emails.keys(about, before, limit);
    }

    @Override
    public Map<UUID, Component> show(Collection<UUID> ids, Runnable changed) {
      Map<UUID, Component> cards = new HashMap<>();
      emails
          .findAll(ids)
          .forEach((id, email) -> cards.put(id, new EmailCard(email, desk, mayWrite, changed)));
      return cards;
    }

    @Override
    public Optional<Component> adding(Runnable changed) {
      return desk.writing(about, changed);
    }
  }
}
