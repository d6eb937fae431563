package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.photo.ui.PhotoOf;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.RecordTab;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.field.Reach;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.RecordTabs;
import eu.rempart.shell.part.UrlTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One contact: who they are, where they work, and what happened to the record. */
@Route(value = ContactNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ContactDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ContactService contacts;
  private final transient LinkService links;
  private final transient WayBack back;
  private final transient MemberNames members;
  private final transient CurrentMember member;
  private final transient ContactEditor editor;
  private final transient ContactUnfinished unfinished;
  private final transient LinkEditor linkEditor;
  private final transient PhotoOf photo;
  private final transient HistoryPanels histories;
  private final transient RecordMarks marks;
  private final transient CustomFields custom;
  private final transient List<RelatedPanel> related;
  private final transient RecordTabs tabs;
  private final RecordHeader header = new RecordHeader();
  private final Button away = new Button();
  private final Button edit = new Button();
  private final Div call = new Div();
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div history = new Div();
  private boolean historyShown;
  private transient @Nullable Contact contact;

  ContactDetailsView(
      ContactService contacts,
      LinkService links,
      WayBack back,
      MemberNames members,
      CurrentMember member,
      ContactEditor editor,
      ContactUnfinished unfinished,
      LinkEditor linkEditor,
      PhotoOf photo,
      HistoryPanels histories,
      RecordMarks marks,
      CustomFields custom,
      ObjectProvider<RelatedPanel> related,
      ObjectProvider<RecordTab> tabs) {
    this.contacts = contacts;
    this.links = links;
    this.back = back;
    this.members = members;
    this.member = member;
    this.editor = editor;
    this.unfinished = unfinished;
    this.linkEditor = linkEditor;
    this.photo = photo;
    this.histories = histories;
    this.marks = marks;
    this.custom = custom;
    this.related = related.orderedStream().filter(panel -> panel.kind().equals("contact")).toList();
    this.tabs = new RecordTabs("contact", tabs.orderedStream());
    notice.addClassName("draft-slot");
    addClassNames("contact-view", "record-view");
    details.addClassName("record-details");
    var pages = new UrlTabs().add("details", t("contact.tab.details"), () -> details);
    this.tabs.addTo(pages).add("history", t("contact.tab.history"), this::firstHistory);
    prepareActions();
    add(header, notice, pages);
  }

  private void prepareActions() {
    call.addClassName("call-slot");
    header.addAction(call);
    if (member.may(Right.ARCHIVE_RECORDS, "contact")) {
      away.setText(t("contact.archive"));
      away.setIcon(Glyph.ARCHIVE.create());
      away.addClickListener(_ -> archive());
      header.addAction(away);
    }
    if (member.may(Right.WRITE_RECORDS, "contact")) {
      edit.setText(t("contact.edit"));
      edit.setIcon(Glyph.EDIT.create());
      edit.addClickListener(_ -> edit());
      edit.addThemeVariants(ButtonVariant.PRIMARY);
      header.addAction(edit);
      Shortcuts.on(edit, Shortcuts.EDIT);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ContactId id =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ContactDetailsView::id)
            .orElseThrow(NotFoundException::new);
    show(contacts.find(id).orElseThrow(NotFoundException::new));
  }

  private static java.util.Optional<ContactId> id(String text) {
    try {
      return java.util.Optional.of(new ContactId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return java.util.Optional.empty();
    }
  }

  private void reload(ContactId id) {
    contacts.find(id).ifPresentOrElse(this::show, ContactNavigation::openList);
  }

  private void show(Contact shown) {
    contact = shown;
    UUID owner = shown.data().ownerId();
    away.setVisible(member.may(Right.ARCHIVE_RECORDS, "contact", owner));
    edit.setVisible(member.may(Right.WRITE_RECORDS, "contact", owner));
    List<Link> jobs = links.of(shown.id());
    header.show(
        ContactTexts.title(shown.data(), shown.unopenable()), job(jobs), Avatar.Shape.PERSON);
    showPhoto(shown);
    call.removeAll();
    if (shown.data().doNotCall()) {
      header.addWarning(t("contact.nocall"));
    } else {
      Reach.call(shown.data().phones()).ifPresent(call::add);
    }
    marks.show(header, "contact", shown.id().value(), shown.data().tags());
    notice.removeAll();
    unfinished.notice(shown, this::edit).ifPresent(notice::add);
    details.removeAll();
    var side = new Div(new LinksPanel(jobs, linkEditor, shown.id(), () -> reload(shown.id())));
    related.forEach(panel -> side.add(panel.show(shown.id().value())));
    side.addClassName("record-side");
    details.add(new ContactFacts(shown, members, custom.book("contact")), side);
    tabs.show(shown.id().value());
    if (historyShown) {
      fillHistory(shown);
    }
  }

  private void showPhoto(Contact shown) {
    String name = ContactTexts.title(shown.data(), shown.unopenable());
    var avatar =
        new Avatar(name, Avatar.Shape.PERSON).withPicture(ContactNavigation.photo(shown.id()));
    header.setPicture(
        avatar,
        t("contact.photo.of", name),
        () -> photo.open(shown.id(), name, () -> reload(shown.id())));
  }

  private static String job(List<Link> jobs) {
    return jobs.stream()
        .filter(job -> job.data().current())
        .findFirst()
        .map(
            job ->
                Stream.of(job.data().jobTitle(), job.companyName())
                    .filter(part -> part != null && !part.isEmpty())
                    .collect(Collectors.joining(" · ")))
        .orElse("");
  }

  private Div firstHistory() {
    historyShown = true;
    if (contact != null) {
      fillHistory(contact);
    }
    return history;
  }

  private void fillHistory(Contact shown) {
    history.removeAll();
    history.add(
        histories.of(new RecordRef("contact", shown.id().value()), () -> reload(shown.id())));
  }

  private void edit() {
    if (contact != null && edit.isVisible()) {
      notice.removeAll();
      editor.edit(
          contact,
          saved -> {
            if (contact != null && saved.equals(contact.id())) {
              reload(saved);
            } else {
              ContactNavigation.open(saved);
            }
          });
    }
  }

  private void archive() {
    Contact shown = contact;
    if (shown == null) {
      return;
    }
    UUID change = contacts.archive(List.of(shown.id()));
    ContactNavigation.openList();
    back.offer(
        t("contact.archived", 1),
        change,
        () -> {
          contacts.cameBack(List.of(shown.id()));
          ContactNavigation.open(shown.id());
        });
  }

  @Override
  public String getPageTitle() {
    return contact == null
        ? t("contact.list.title")
        : ContactTexts.title(contact.data(), contact.unopenable());
  }
}
