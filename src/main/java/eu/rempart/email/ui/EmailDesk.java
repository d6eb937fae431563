package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.common.TimelineKey;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.draft.DraftKey;
import eu.rempart.email.Addressees;
import eu.rempart.email.Attachment;
import eu.rempart.email.Direction;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailId;
import eu.rempart.email.EmailService;
import eu.rempart.email.Outgoing;
import eu.rempart.email.Sender;
import eu.rempart.email.SendingService;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.email.quoted.QuotePapers;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.FieldService;
import eu.rempart.email.template.Filled;
import eu.rempart.email.template.SignatureService;
import eu.rempart.email.template.TemplateService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What people do with e-mails: write, answer, send again, archive. */
@org.springframework.stereotype.Component
final class EmailDesk {

  private final EmailService emails;
  private final SendingService sending;
  private final EmailUnfinished unfinished;
  private final Addressees addressees;
  private final TemplateService templates;
  private final FieldService fields;
  private final SignatureService signatures;
  private final AttachmentService attachments;
  private final QuotePapers papers;
  private final WayBack back;
  private final MemberNames members;
  private final CurrentMember member;

  EmailDesk(
      EmailService emails,
      SendingService sending,
      EmailUnfinished unfinished,
      Addressees addressees,
      TemplateService templates,
      FieldService fields,
      SignatureService signatures,
      AttachmentService attachments,
      QuotePapers papers,
      WayBack back,
      MemberNames members,
      CurrentMember member) {
    this.emails = emails;
    this.sending = sending;
    this.unfinished = unfinished;
    this.addressees = addressees;
    this.templates = templates;
    this.fields = fields;
    this.signatures = signatures;
    this.attachments = attachments;
    this.papers = papers;
    this.back = back;
    this.members = members;
    this.member = member;
  }

  boolean mayWrite(RecordRef about) {
    return emails.mayWrite(about);
  }

  /** Whether one can be answered: who is not shown addresses has none to write to. */
  boolean mayAnswer() {
    return emails.showsAddresses();
  }

  /** Whether mails on this record may go to the bin. */
  boolean mayArchive(RecordRef about) {
    return member.may(Right.ARCHIVE_RECORDS, about.kind());
  }

  Map<UUID, String> names() {
    return members.all();
  }

  /** All of an e-mail, as it is now; empty where it is gone. */
  Optional<Email> whole(EmailId id) {
    return emails.find(id);
  }

  /** A place to write an e-mail from a record; empty for those who may not. */
  Optional<Component> writing(RecordRef about, Runnable changed) {
    if (!mayWrite(about)) {
      return Optional.empty();
    }
    var place = new Div();
    place.addClassName("email-writing");
    Optional<Outgoing> begun = unfinished.find(EmailUnfinished.key(about));
    if (begun.isPresent()) {
      open(place, about, begun.get(), changed, false);
    } else {
      offer(place, about, changed);
    }
    return Optional.of(place);
  }

  private void offer(Div place, RecordRef about, Runnable changed) {
    place.removeAll();
    var write =
        new Button(
            t("email.write"),
            Glyph.MAIL.create(),
            _ -> {
              if (sending.enabled()) {
                open(place, about, fresh(about), changed, true);
              } else {
                Notices.error(t("email.noserver")); // it was switched off in between
              }
            });
    place.add(write);
    sayWhetherItSends(write).ifPresent(place::add);
  }

  /**
   * Disables a button that sends mail while there is no server that takes it.
   *
   * @return why, to be shown beside it; empty where mail can be sent
   */
  Optional<Component> sayWhetherItSends(Button button) {
    if (sending.enabled()) {
      return Optional.empty();
    }
    return Optional.of(NoMailServer.disabling(button, member.may(Right.MANAGE_SECURITY)));
  }

  private Outgoing fresh(RecordRef about) {
    String to = addressees.of(about).stream().findFirst().map(first -> first.address()).orElse("");
    String title = papers.title(about).orElse("");
    if (title.isEmpty()) {
      return new Outgoing(to, "", "", signatures.signed(""), List.of());
    }
    Optional<EmailTemplate> template =
        templates.all().stream()
            .filter(each -> Filled.isOfQuotes(each.subject() + "\n" + each.body()))
            .findFirst();
    return new Outgoing(
        to,
        "",
        template.map(EmailTemplate::subject).filter(line -> !line.isBlank()).orElse(title),
        signatures.signed(template.map(EmailTemplate::body).orElse("")),
        List.of(),
        papers.offered(about).stream().toList());
  }

  /** Whether an issued quote can be sent with its document. */
  boolean maySendQuote(RecordRef quote) {
    return mayWrite(quote) && papers.offered(quote).isPresent();
  }

  /** The mails that went out with a record, the newest first. */
  List<Email> sent(RecordRef about, int limit) {
    List<UUID> ids = emails.keys(about, null, limit).stream().map(TimelineKey::id).toList();
    Map<UUID, Email> found = emails.findAll(ids);
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(found.get(id)))
        .filter(email -> email.direction() == Direction.OUT)
        .toList();
  }

  /** A form for a mail from a record, with what was begun; empty where no mail server is set up. */
  Optional<ComposeForm> composing(RecordRef about, Runnable sent, Runnable ended) {
    if (!sending.enabled()) {
      Notices.error(t("email.noserver"));
      return Optional.empty();
    }
    DraftKey key = EmailUnfinished.key(about);
    Outgoing begun = unfinished.find(key).orElseGet(() -> fresh(about));
    return Optional.of(form(key, about, begun, sent, ended));
  }

  private void open(Div place, RecordRef about, Outgoing begun, Runnable changed, boolean focus) {
    ComposeForm form =
        form(
            EmailUnfinished.key(about),
            about,
            begun,
            () -> {
              offer(place, about, changed);
              changed.run();
            },
            () -> offer(place, about, changed));
    place.removeAll();
    place.add(form);
    if (focus) {
      form.focus();
    }
  }

  private ComposeForm form(
      DraftKey key, RecordRef about, Outgoing begun, Runnable sent, Runnable ended) {
    var form =
        new ComposeForm(
            begun,
            new ComposeMeans(
                about,
                addressees.of(about),
                templates.all(),
                sending::send,
                signatures::isAllOf,
                (record, addressee) ->
                    fields.values(record, addressee, Texts.locale(), CustomWords::text),
                fields.own(),
                files(about)),
            () -> {
              unfinished.drop(key);
              Notices.success(t("email.queued"));
              sent.run();
            },
            () ->
                Confirmation.askLeave(
                    unfinished.find(key).isPresent(),
                    () -> {
                      unfinished.drop(key);
                      ended.run();
                    }));
    form.onChange(typed -> unfinished.keep(key, typed));
    return form;
  }

  private AttachedFiles.Source files(RecordRef about) {
    return new AttachedFiles.Source() {
      @Override
      public List<Attachment> offered() {
        return Stream.concat(papers.offered(about).stream(), attachments.offered(about).stream())
            .toList();
      }

      @Override
      public boolean mayBring() {
        return member.may(Right.WRITE_RECORDS, "document");
      }

      @Override
      public Optional<Attachment> bring(String name, byte[] content) throws FileRefusedException {
        return attachments.bring(about, name, content);
      }
    };
  }

  /** A form that answers an e-mail, with what was begun of it. */
  ComposeForm answering(Email email, EmailContent content, Runnable sent, Runnable ended) {
    DraftKey key = EmailUnfinished.key(email.id());
    Outgoing begun = unfinished.find(key).orElseGet(() -> answer(content));
    return form(key, email.about(), begun, sent, ended);
  }

  private Outgoing answer(EmailContent content) {
    List<String> answers = new ArrayList<>(content.answers());
    answers.add(content.messageId());
    String subject = content.subject();
    return new Outgoing(
        Sender.of(content.sender()).address(),
        "",
        subject.regionMatches(true, 0, "re:", 0, 3) ? subject : "Re: " + subject,
        signatures.signed(""),
        answers);
  }

  void again(EmailId id, Runnable changed) {
    if (sending.again(id)) {
      Notices.success(t("email.queued"));
    } else {
      Notices.error(t("email.again.not"));
    }
    changed.run();
  }

  void archive(EmailId id, Runnable changed) {
    UUID change = emails.archive(id);
    changed.run();
    back.offer(t("email.archived"), change, changed);
  }
}
