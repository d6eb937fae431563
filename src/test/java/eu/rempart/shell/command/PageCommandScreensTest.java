package eu.rempart.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import eu.rempart.WithFirm;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.shell.MainLayout;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys that add a record mean the record whose page is shown. */
class PageCommandScreensTest extends WithFirm {

  @Autowired private DealService deals;
  @Autowired private DealContactService people;
  @Autowired private PipelineService pipelines;
  @Autowired private ActivityService activities;
  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private LetterheadService letterheads;

  /** The browser takes the first element in sight that has the keys; Flow disables hidden tabs. */
  private void press(String keys) {
    Component owner =
        all(UI.getCurrent())
            .filter(
                each ->
                    each.isVisible()
                        && each.getElement().isEnabled()
                        && List.of(
                                Objects.requireNonNullElse(
                                        each.getElement().getAttribute("data-keys"), "")
                                    .split(",", -1))
                            .contains(keys))
            .findFirst()
            .orElseThrow();
    if (owner instanceof Button button) {
      button.click();
    } else {
      ((Shortcuts) owner).press(keys);
    }
    roundTrip();
  }

  private static Stream<Component> all(Component root) {
    return root.getElement().isTextNode()
        ? Stream.of()
        : Stream.concat(Stream.of(root), root.getChildren().flatMap(PageCommandScreensTest::all));
  }

  private Deal deal(String name) {
    DealId id =
        deals.recentlyChanged(50, DealColumn.DEFAULT).stream()
            .filter(row -> name.equals(row.shown().name()))
            .findFirst()
            .orElseThrow()
            .id();
    return deals.find(id).orElseThrow();
  }

  private DealId keptDeal(String name, CompanyId company) {
    return deals.create(
        DealData.builder()
            .name(name)
            .companyId(company)
            .stageId(FirstPipeline.of(pipelines).stages().getFirst().kept())
            .build());
  }

  @Test
  void commandsStandAfterThePage() {
    open("bin", "");
    List<Component> parts = find(MainLayout.class).single().getChildren().toList();

    assertThat(parts.getLast()).isInstanceOf(Shortcuts.class);
  }

  @Test
  void contactOfACompanyWorksThere() {
    CompanyId firm = firm("Tastenfirma GmbH");
    open("companies/" + firm.value(), "");
    press("n c");
    fill("Last name", "Tastfrau");
    click("Save contact");

    assertThat(links.of(firm)).hasSize(1);
    assertThat(find(H1.class).single().getText()).isEqualTo("Tastenfirma GmbH");
  }

  @Test
  void keysThatAddLeaveTheRecordInPlace() {
    DealId id = keptDeal("Deal that stays", firm("Bleibende AG"));
    for (String keys : List.of("n c", "n o", "n d", "n q")) {
      open("deals/" + id.value(), "");
      press(keys);
      click("Cancel");
      assertThat(find(H1.class).single().getText()).as(keys).isEqualTo("Deal that stays");
    }
  }

  @Test
  void editKeyOfAnIssuedQuoteNamesTheWay() {
    QuoteId id = quotes.create(TestQuotes.roof());
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
    steps.issue(id, 1, LocalDate.now(ZoneOffset.UTC));
    open("quotes/" + id.value(), "");
    press("e");

    assertThat(says("An issued quote stays as it is. “Revise” makes a draft")).isTrue();
  }

  @Test
  void dealOfACompanyIsAboutIt() {
    CompanyId firm = firm("Tastenbau GmbH");
    open("companies/" + firm.value(), "");
    press("n d");
    fill("Name", "Keys for the company");
    click("Save deal");

    assertThat(deal("Keys for the company").data().companyId()).isEqualTo(firm);
  }

  @Test
  void dealOfAContactHasThePersonAndTheirCompany() {
    CompanyId firm = firm("Arbeitgeber KG");
    ContactId person = person("Tasso", "Tastmann");
    links.link(person, firm, new LinkData("Buyer", null, true, true));
    open("contacts/" + person.value(), "");
    press("n d");
    fill("Name", "Keys for the person");
    click("Save deal");

    Deal made = deal("Keys for the person");
    assertThat(made.data().companyId()).isEqualTo(firm);
    assertThat(people.of(made.id())).extracting(DealContact::contactId).containsExactly(person);
    assertThat(find(H1.class).single().getText()).isEqualTo("Tasso Tastmann");
  }

  @Test
  void keysMeanTheRecordOnEveryTab() {
    CompanyId firm = firm("Reiterbau GmbH");
    DealId id = keptDeal("Deal with tabs", firm);
    for (String tab : List.of("timeline", "documents", "history")) {
      open("companies/" + firm.value(), "tab=" + tab);
      press("n d");
      fill("Name", "Keys on " + tab);
      click("Save deal");
      assertThat(deal("Keys on " + tab).data().companyId()).isEqualTo(firm);

      open("deals/" + id.value(), "tab=" + tab);
      press("n q");
      click("Save quote");
      assertThat(find(H1.class).single().getText()).contains("Deal with tabs");
    }
  }

  @Test
  void activityIsAboutTheRecordOnEveryTab() {
    ContactId person = person("Rita", "Reiter");
    open("contacts/" + person.value(), "tab=history");
    press("n a");
    fill("Subject", "Call from the history");
    click("Save activity");

    assertThat(activities.open(ActivityLinks.of(person), 10, ActivityColumn.DEFAULT)).hasSize(1);
  }

  @Test
  void quoteOfADealTakesTheCompanyOver() {
    DealId id = keptDeal("Deal with keys", firm("Angebotsnehmer AG"));
    open("deals/" + id.value(), "");
    press("n q");
    click("Save quote");

    assertThat(find(H1.class).single().getText()).contains("Deal with keys");
  }

  @Test
  void activityAfterAnActivityIsAboutTheSame() {
    ActivityLinks about = ActivityLinks.of(person("Folge", "Termin"));
    ActivityId first =
        activities.create(ActivityData.builder().subject("First call").build(), about);
    open("activities/" + first.value(), "");
    press("n a");
    fill("Subject", "Second call");
    click("Save activity");

    assertThat(find(H1.class).single().getText()).isEqualTo("Second call");
    assertThat(activities.open(about, 10, ActivityColumn.DEFAULT)).hasSize(2);
  }
}
