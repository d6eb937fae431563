package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.Admissions;
import eu.rempart.account.Member;
import eu.rempart.account.MemberService;
import eu.rempart.account.right.CustomRoles;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Who has an account, and what administrators do about it. */
@Route(value = AccountNavigation.MEMBERS, layout = MainLayout.class)
@RolesAllowed(Access.MEMBERS)
@StyleSheet("styles/account.css")
public final class MembersView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient MemberService service;
  private final transient Admissions admissions;
  private final transient CustomRoles roles;
  private transient List<RoleChoice> choices = List.of();
  private final Grid<Member> grid = new Grid<>();

  public MembersView(MemberService service, Admissions admissions, CustomRoles roles) {
    this.service = service;
    this.admissions = admissions;
    this.roles = roles;
    getContent().addClassName("account-page");
    var invite = new Button(t("account.members.invite"), Glyph.ADD.create());
    invite.addThemeVariants(ButtonVariant.PRIMARY);
    invite.addClickListener(_ -> new InviteDialog(service, this::refresh).open());
    var lock = new Button(t("account.members.lockall"), Glyph.LOCK.create());
    lock.addClickListener(_ -> askLockEverybody());
    var actions = new Div(lock, invite);
    actions.addClassName("account-actions");
    var head = new Div(new H1(t("account.members.title")), actions);
    head.addClassName("account-head");
    getContent().add(head, new WaitingPanel(admissions, this::refresh), buildGrid());
    refresh();
  }

  @Override
  public String getPageTitle() {
    return t("account.members.title");
  }

  private Grid<Member> buildGrid() {
    grid.getElement().setAttribute("aria-label", t("account.members.title"));
    grid.addComponentColumn(MembersView::person)
        .setHeader(t("account.name"))
        .setFlexGrow(3)
        .setKey("name");
    grid.addComponentColumn(this::role).setHeader(t("account.role"));
    grid.addColumn(member -> RoleText.of(member.state())).setHeader(t("account.state"));
    grid.addComponentColumn(MembersView::lastSignIn).setHeader(t("account.members.lastsignin"));
    grid.addComponentColumn(this::manage).setHeader(t("account.members.actions"));
    Phone.cards(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    grid.setAllRowsVisible(true);
    return grid;
  }

  /** The same as a card, for a phone. */
  private Component card(Member member) {
    var state = new Span(roleOf(member) + " · " + RoleText.of(member.state()));
    state.addClassName("account-soft");
    var facts = new Div(state, manage(member));
    facts.addClassName("account-card-facts");
    var card = new Div(person(member), facts);
    card.addClassName("account-card");
    return card;
  }

  private static Component person(Member member) {
    var name = MemberText.of(member.name());
    var email = new Span(MemberText.of(member.email()));
    email.addClassName("account-soft");
    var words = new Div(new Span(name), email);
    words.addClassName("account-person-words");
    var row = new Div(new Avatar(name, Avatar.Shape.PERSON), words);
    row.addClassName("account-person");
    return row;
  }

  private Component role(Member member) {
    var role = new Span(roleOf(member));
    return service
        .roleFault(member)
        .<Component>map(code -> new Div(role, new SealedMark(code)))
        .orElse(role);
  }

  private static Component lastSignIn(Member member) {
    var last = member.lastSignIn();
    return last == null ? new Span(t("account.members.never")) : new RelativeTime(last);
  }

  private Button manage(Member member) {
    var button = new Button(t("account.members.manage"));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(t("account.members.manage.who", MemberText.of(member.name())));
    button.addClickListener(
        _ -> new MemberDialog(service, admissions, choices, member, this::refresh).open());
    return button;
  }

  private void askLockEverybody() {
    Confirmation.askDanger(
        t("account.members.lockall.title"),
        t("account.members.lockall.sentence"),
        t("account.members.lockall"),
        service::lockEverybody);
  }

  private String roleOf(Member member) {
    return choices.stream()
        .filter(choice -> choice.isOf(member))
        .findFirst()
        .map(RoleChoice::label)
        .orElseGet(() -> RoleText.of(member.role()));
  }

  private void refresh() {
    choices = RoleChoice.all(roles.choices());
    grid.setItems(service.all());
  }
}
