package eu.rempart.ops.site.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.ops.site.SiteBoard;
import eu.rempart.ops.site.SiteBoard.Switch;
import eu.rempart.ops.site.SiteBoard.Switch.Step;
import eu.rempart.ops.site.SiteService;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Witness.Task;
import eu.rempart.ops.site.TestSites;
import eu.rempart.shell.part.BannerBar;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.proof.ProofDialog;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen of the two sites, with sites that the test makes. */
class SitesViewTest extends WithFirm {

  @Autowired private SiteService service;
  @Autowired private SiteBoard board;
  private TestSites sites;

  @BeforeEach
  void twoSites() {
    sites = new TestSites(board);
  }

  @AfterEach
  void oneMachine() {
    sites.clear();
  }

  private void show(Site.Role copy, Task witness) {
    sites.show(copy, witness);
    open("sites", "");
  }

  private List<String> cards() {
    return find(Section.class)
        .withCondition(section -> section.hasClassName("site-card"))
        .all()
        .stream()
        .map(card -> card.getElement().getTextRecursively())
        .toList();
  }

  private boolean says(String sentence, Class<? extends com.vaadin.flow.component.Component> of) {
    return find(of).all().stream()
        .anyMatch(each -> each.getElement().getTextRecursively().contains(sentence));
  }

  private Button button() {
    return find(Button.class).withText("Switch to site-b").all().getFirst();
  }

  /** Presses the button of the page, and that of the question. */
  private void switchOver() {
    test(button()).click();
    confirm();
  }

  private Switch ended() {
    await()
        .pollInSameThread()
        .until(() -> service.latest().filter(each -> each.step() != Step.RUNNING).isPresent());
    return service.latest().orElseThrow();
  }

  /** Draws news on this thread, which knows who is signed in, and holds the session meanwhile. */
  private static void awaitNews(BooleanSupplier shown) {
    await()
        .pollInSameThread()
        .until(
            () -> {
              VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
              return shown.getAsBoolean();
            });
  }

  @Test
  void oneMachineSaysHowToGetTwo() {
    open("sites", "");
    assertThat(
            List.of(
                "./rempart site init",
                " --country ",
                " --host ",
                " --peer ",
                " --peer-country ",
                " --witness ",
                " --witness-country "))
        .allMatch(word -> says(word, Section.class));
    assertThat(offers("Switch to site-b")).isFalse();
  }

  @Test
  void cardsTellBothSitesAndTheWitness() {
    show(Site.Role.COPY, Task.WATCHES);
    assertThat(cards()).hasSize(3);
    assertThat(cards().getFirst()).contains("site-a", "Primary", "This page", "France");
    assertThat(cards().get(1))
        .contains("site-b", "Synchronous copy", "Germany", "2 kB, 31\u00a0ms")
        .contains("crm-b.example.org");
    assertThat(cards().get(2)).contains("witness", "Belgium", "Holds no data");
    assertThat(says("Safe on two servers since 30 Nov 2026", Paragraph.class)).isTrue();
    assertThat(says("Last change of primary: 29 Nov 2026", Paragraph.class)).isTrue();
    assertThat(find(ListItem.class).all().stream().map(l -> l.getElement().getTextRecursively()))
        .anyMatch(
            line ->
                line.contains("Switch from site-b to site-a") && line.contains("for 3.1\u00a0s"))
        .anyMatch(line -> line.contains("Fail-over from site-a to site-b"))
        .anyMatch(line -> line.contains("Nobody measured"));
  }

  /** etcd goes on without it, and a fail-over takes longer: nobody would notice. */
  @Test
  void witnessWhoseProgramDoesNotRunIsShownSo() {
    show(Site.Role.COPY, Task.VOTES);
    assertThat(cards().get(2))
        .contains("Votes, does not watch", "does not run there", "./rempart witness start")
        .doesNotContain("Holds no data");
    assertThat(button().isEnabled()).as("a switch needs its vote alone").isTrue();
  }

  @Test
  void administratorSwitchesAfterThePassword() {
    show(Site.Role.COPY, Task.WATCHES);
    forgetProof();
    switchOver();
    assertThat(sites.switched()).isEmpty();
    test(find(PasswordField.class, find(ProofDialog.class).single()).single()).setValue(PASSWORD);
    test(find(Button.class, find(ProofDialog.class).single()).withText("Continue").single())
        .click();
    assertThat(ended().step()).isEqualTo(Step.DONE);
    assertThat(sites.switched()).containsExactly("site-a>site-b");
    awaitNews(() -> says("Switched to site-b", Paragraph.class));
  }

  @Test
  void questionBeginsOnTheButtonThatLeavesAllAsItIs() {
    show(Site.Role.COPY, Task.WATCHES);
    test(button()).click();
    List<Button> buttons = find(Button.class, find(Confirmation.class).single()).all();
    assertThat(buttons).extracting(Button::getText).containsExactly("Cancel", "Switch to site-b");
    assertThat(buttons).extracting(Button::isAutofocus).containsExactly(true, false);
  }

  @Test
  void refusalOfPatroniIsTold() {
    show(Site.Role.COPY, Task.WATCHES);
    sites.refuse("Patroni refuses (412): no good candidates");
    switchOver();
    assertThat(ended().reason()).contains("no good candidates");
    awaitNews(() -> says("Nothing was switched: Patroni refuses (412)", Paragraph.class));
    assertThat(button().isEnabled()).as("it may be tried again").isTrue();
  }

  @Test
  void buttonSaysWhyItCanNotBePressed() {
    show(Site.Role.BEHIND, Task.WATCHES);
    assertThat(button().isEnabled()).isFalse();
    assertThat(says("site-b does not have everything yet", Paragraph.class)).isTrue();
    assertThat(says("Only one copy of the data is left, since", Paragraph.class)).isTrue();
    show(Site.Role.SILENT, Task.WATCHES);
    assertThat(says("site-b does not answer.", Paragraph.class)).isTrue();
    show(Site.Role.COPY, Task.SILENT);
    assertThat(says("The witness does not answer.", Paragraph.class)).isTrue();
    assertThat(cards().get(2)).contains("No answer", "until the witness is back");
    assertThat(service.switchTo("site-b")).isPresent();
    assertThat(sites.switched()).isEmpty();
  }

  /** The button must not name another site for a moment, under somebody's finger. */
  @Test
  void buttonStaysWhatItIsWhileNobodyLeads() {
    show(Site.Role.COPY, Task.WATCHES);
    sites.showUnled();
    awaitNews(() -> says("No server leads right now", Paragraph.class));
    assertThat(button().isEnabled()).isFalse();
    assertThat(shownBanner()).isFalse();
  }

  @Test
  void historySaysThatALossWasAccepted() {
    sites.showTakenOver(true);
    open("sites", "");
    assertThat(says("since site-a took over on 30 Nov 2026", Paragraph.class)).isTrue();
    assertThat(says("site-a took over with an accepted loss", ListItem.class)).isTrue();
    assertThat(says("saved last before that may be missing", ListItem.class)).isTrue();
    sites.showTakenOver(false);
    awaitNews(() -> says("since the fail-over to site-a on 30 Nov 2026", Paragraph.class));
    assertThat(says("Fail-over from site-b to site-a", ListItem.class)).isTrue();
    assertThat(says("may be missing", ListItem.class)).isFalse();
  }

  @Test
  void cardsTellWhoHasEverythingWhileNobodyLeads() {
    sites.showLost(Site.Role.LED_LAST, Site.Holding.MAYBE_LESS);
    open("sites", "");
    assertThat(cards().getFirst())
        .contains("Led last", "Has everything that was saved")
        .doesNotContain("may lack");
    assertThat(cards().get(1))
        .contains("May lack what was saved last: it was not a synchronous copy");
    sites.showLost(Site.Role.SILENT, Site.Holding.ALL);
    awaitNews(() -> cards().getFirst().contains("No answer"));
    assertThat(cards().getFirst()).contains("Has everything that was saved: it led last");
    assertThat(cards().get(1)).contains("Has everything").doesNotContain("May lack");
  }

  @Test
  void bannerStandsAboveEveryPageWhileOneCopyIsLeft() {
    sites.show(Site.Role.COPY, Task.WATCHES);
    open("companies", "");
    assertThat(shownBanner()).isFalse();
    sites.show(Site.Role.SILENT, Task.WATCHES);
    awaitNews(() -> shownBanner());
    sites.show(Site.Role.COPY, Task.WATCHES);
    awaitNews(() -> !shownBanner());
  }

  private boolean shownBanner() {
    return find(BannerBar.class).all().stream()
        .anyMatch(
            bar ->
                bar.isVisible() && bar.getElement().getTextRecursively().contains("Only one copy"));
  }

  @Test
  void engineersSeeAndAdministratorsSwitch() {
    show(Site.Role.COPY, Task.WATCHES);
    actAs(Role.ENGINEER);
    assertThat(service.state()).isPresent();
    assertThat(service.maySwitch()).isFalse();
    assertThatThrownBy(() -> service.switchTo("site-b")).isInstanceOf(NotPermittedException.class);
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      assertThatThrownBy(() -> service.state()).isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> service.switchTo("site-b"))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThat(sites.switched()).isEmpty();
  }

  @Test
  void pageIsThereInFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    show(Site.Role.COPY, Task.WATCHES);
    assertThat(offers("Basculer vers site-b")).isTrue();
    assertThat(cards().get(1)).contains("Copie synchrone", "Allemagne", "2 ko, 31\u00a0ms");
  }
}
