package eu.rempart.today.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.search.IndexState;
import eu.rempart.shell.HomePanel;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.Person;
import eu.rempart.shell.SignedIn;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The first screen after signing in. */
@StyleSheet("styles/today.css")
@Route(value = "", layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class TodayView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 7;

  private final transient CurrentMember member;

  TodayView(
      ContactService contacts,
      CompanyService companies,
      CurrentMember member,
      ObjectProvider<SignedIn> signedIn,
      ObjectProvider<Command> commands,
      ObjectProvider<HomePanel> panels) {
    this.member = member;
    addClassName("today-view");
    Optional<Person> who =
        signedIn.stream().flatMap(session -> session.person().stream()).findFirst();
    String name = who.map(person -> person.name().strip().split("\\s+", 2)[0]).orElse("");
    List<Command> adding =
        commands
            .orderedStream()
            .filter(command -> command.group() == Command.Group.CREATE)
            .filter(command -> who.filter(command.visibleFor()).isPresent())
            .toList();
    var head =
        new Div(
            new H1(greeting(LocalTime.now(Clock.system(Formats.zone())), name)), actions(adding));
    head.addClassName("today-head");
    add(head);
    IndexState state = contacts.indexState();
    if (state instanceof IndexState.Building building) {
      var notice = new Paragraph(t("today.indexing", (int) (100 * building.fraction())));
      notice.addClassName("record-indexing");
      add(notice);
    }
    var own = new Div();
    own.addClassNames("today-columns", "today-panels");
    panels.orderedStream().forEach(panel -> own.add(panel.show()));
    add(own);
    List<ContactRow> people =
        contacts.recentlyChanged(SHOWN, EnumSet.of(ContactColumn.NAME, ContactColumn.COMPANY));
    List<CompanyRow> firms = companies.recentlyChanged(SHOWN, EnumSet.of(CompanyColumn.NAME));
    if (people.isEmpty() && firms.isEmpty()) {
      add(new EmptyState(Glyph.CONTACTS, t("today.empty.title"), t("today.empty.sentence")));
    } else {
      var columns = new Div(people(people), firms(firms));
      columns.addClassName("today-columns");
      add(columns);
    }
  }

  private static String greeting(LocalTime now, String name) {
    String words =
        now.getHour() < 5 || now.getHour() >= 18
            ? t("today.evening")
            : now.getHour() < 12 ? t("today.morning") : t("today.afternoon");
    return name.isEmpty() ? words : t("today.greeting", words, name);
  }

  /**
   * Buttons for people and companies; on a phone a single one with a menu of all that can be added,
   * so that the day begins on the first screen.
   */
  private Div actions(List<Command> adding) {
    var actions = new Div();
    actions.addClassName("today-actions");
    if (member.may(Right.WRITE_RECORDS, "contact")) {
      var contact =
          new Button(t("today.contact"), Glyph.CONTACTS.create(), _ -> ContactNavigation.openNew());
      contact.addThemeVariants(ButtonVariant.PRIMARY);
      actions.add(contact);
    }
    if (member.may(Right.WRITE_RECORDS, "company")) {
      actions.add(
          new Button(t("today.company"), Glyph.COMPANY.create(), _ -> CompanyNavigation.openNew()));
    }
    var add = new Button(Glyph.ADD.create());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    add.setAriaLabel(t("today.add"));
    var head = new Div(actions);
    if (!adding.isEmpty()) {
      head.add(add, menu(add, adding));
    }
    Phone.watch(
        head,
        narrow -> {
          add.setVisible(narrow);
          actions.setVisible(!narrow);
        });
    return head;
  }

  private static Popover menu(Button add, List<Command> adding) {
    var menu = new Popover();
    menu.setTarget(add);
    menu.setPosition(PopoverPosition.BOTTOM_END);
    menu.setAriaLabel(t("today.add"));
    menu.addClassName("today-menu");
    var list = new Div();
    list.addClassName("today-actions");
    for (Command command : adding) {
      list.add(
          new Button(
              t(command.labelKey()),
              command.glyph().create(),
              _ -> {
                menu.close();
                command.run().run();
              }));
    }
    menu.add(list);
    return menu;
  }

  private static Component people(List<ContactRow> rows) {
    var list = new UnorderedList();
    for (ContactRow row : rows) {
      String code = row.unopenable().values().stream().findFirst().orElse("");
      String name = row.shown().displayName();
      var company = row.company();
      list.add(
          line(
              name.isEmpty() ? sealed(code) : name,
              company == null ? "" : company.name(),
              ContactNavigation.details(row.id()),
              new Avatar(name, Avatar.Shape.PERSON).withPicture(ContactNavigation.photo(row.id())),
              row.changedAt()));
    }
    return card(t("today.contacts"), list, ContactNavigation.list());
  }

  private static Component firms(List<CompanyRow> rows) {
    var list = new UnorderedList();
    for (CompanyRow row : rows) {
      String name = row.shown().name();
      list.add(
          line(
              name == null
                  ? sealed(Map.copyOf(row.unopenable()).values().stream().findFirst().orElse(""))
                  : name,
              "",
              CompanyNavigation.details(row.id()),
              new Avatar(name == null ? "" : name, Avatar.Shape.COMPANY),
              row.changedAt()));
    }
    return card(t("today.companies"), list, CompanyNavigation.list());
  }

  private static String sealed(String code) {
    return SealedMark.text(new eu.rempart.db.sealed.Opened.Unopenable<String>(code));
  }

  private static Component card(String title, UnorderedList list, String allRoute) {
    list.addClassName("today-list");
    var all = new Anchor(allRoute, t("today.all"));
    all.getElement().setAttribute("router-link", true);
    all.getElement().setAttribute("aria-label", t("today.all.of", title));
    return new Card(title, list).withAction(all);
  }

  private static ListItem line(
      String title, String subtitle, String route, Avatar avatar, Instant changed) {
    var name = new Span(title);
    name.addClassName("today-name");
    var words = new Div(name);
    words.addClassName("today-words");
    if (!subtitle.isEmpty()) {
      var second = new Span(subtitle);
      second.addClassName("today-subtitle");
      words.add(second);
    }
    var link = new Anchor(route);
    link.getElement().setAttribute("router-link", true);
    link.add(avatar, words, new RelativeTime(changed));
    return new ListItem(link);
  }

  @Override
  public String getPageTitle() {
    return t("today.title");
  }
}
