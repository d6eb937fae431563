package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.Member;
import eu.rempart.account.MemberService;
import eu.rempart.account.second.SecondFactorService;
import eu.rempart.account.second.ui.DemandPanel;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.account.security.SecurityService;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.account.ui.MemberText;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordWords;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the organisation is protected, in plain words, and what happened lately. */
@Route(value = AccountNavigation.SECURITY, layout = MainLayout.class)
@RolesAllowed(Access.SECURITY)
@StyleSheet("styles/account.css")
public final class SecurityView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_IDLE = 1440;
  private static final Duration NEWS = Duration.ofSeconds(3);

  private final transient SecurityService service;
  private final EventGrid events;
  private transient List<SecurityNote> told;

  public SecurityView(
      SecurityService service,
      MemberService members,
      RecoveryKitService kits,
      SecondFactorService second,
      RecordWords records) {
    this.service = service;
    told = service.events();
    events = new EventGrid(told, records, names(members));
    Live.every(events, NEWS, this::refreshEvents);
    getContent().addClassName("account-page");
    getContent()
        .add(
            new H1(t("account.security.title")),
            whoOpens(),
            section(t("account.kit.label"), new KitPanel(kits)),
            section(t("account.second.demand"), new DemandPanel(second)),
            idle(),
            dump(),
            section(t("account.security.events"), events));
  }

  @Override
  public String getPageTitle() {
    return t("account.security.title");
  }

  private Section whoOpens() {
    var facts = service.facts();
    var list =
        new Facts()
            .with(t("account.security.holders"), Formats.number(facts.holders()))
            .with(t("account.security.engineers"), Formats.number(facts.engineers()))
            .with(t("account.security.invitations"), Formats.number(facts.openInvitations()))
            .with(t("account.security.unlocked"), Formats.number(facts.signedIn()))
            .with(t("account.security.jobs"), Formats.number(facts.jobs()))
            .with(
                t("account.security.ledger"),
                service
                    .ledgerBreak()
                    .map(row -> t("account.security.ledger.broken", row))
                    .orElse(t("account.security.ledger.whole")));
    Certificates.addTo(list, service);
    return section(t("account.security.who"), list, new Paragraph(t("account.security.honest")));
  }

  private Section idle() {
    var minutes = new WholeNumberField(t("account.security.idle.minutes"));
    minutes.setMin(1);
    minutes.setMax(LONGEST_IDLE);
    minutes.setValue((int) service.facts().idle().toMinutes());
    var save = new Button(t("account.profile.save"));
    save.addClickListener(
        _ -> {
          var value = minutes.getValue();
          if (value != null && value >= 1 && value <= LONGEST_IDLE) {
            service.setIdle(value);
            Notices.success(t("account.profile.saved"));
          } else if (minutes.check()) {
            minutes.setErrorMessage(t("shell.number.whole"));
            minutes.setInvalid(true);
          }
        });
    return section(t("account.security.idle"), minutes, save);
  }

  private Section dump() {
    var list = new UnorderedList();
    service.facts().dumpReveals().forEach(key -> list.add(new ListItem(t(key))));
    return section(
        t("account.security.dump"), new Paragraph(t("account.security.dump.sentence")), list);
  }

  /** What is done on this page is an event, too, which is written a moment later. */
  void refreshEvents() {
    List<SecurityNote> now = service.events();
    if (!now.equals(told)) {
      told = now;
      events.setItems(now);
    }
  }

  private static Map<UUID, String> names(MemberService members) {
    return members.all().stream()
        .collect(Collectors.toMap(Member::id, member -> MemberText.of(member.name())));
  }

  private static Section section(String title, Component... parts) {
    var section = new Section(new H2(title));
    section.addClassName("account-section");
    section.add(parts);
    return section;
  }
}
