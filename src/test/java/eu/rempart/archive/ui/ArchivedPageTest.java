package eu.rempart.archive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.WithFirm;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.archive.ArchiveService;
import eu.rempart.db.Reason;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of records that lie in the bin say so, and bring them back. */
class ArchivedPageTest extends WithFirm {

  @Autowired private ArchiveService archive;
  @Autowired private DealService deals;
  @Autowired private PipelineService pipelines;
  @Autowired private ActivityService activities;

  private void archive(String kind, UUID id) {
    archive.archive(List.of(new RecordRef(kind, id)), Reason.ARCHIVE);
  }

  private String heading() {
    return find(H1.class).single().getText();
  }

  private void bringsBack(String kind, UUID id, String path, String name) {
    archive(kind, id);
    open(path, "tab=history");
    assertThat(heading()).isEqualTo(name + " is in the bin");
    assertThat(UI.getCurrent().getInternals().getTitle()).contains(name + " is in the bin");
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anyMatch(sentence -> sentence.startsWith("Archived by Ada Admin on "));

    click("Restore");
    assertThat(find(ListItem.class).all())
        .extracting(ListItem::getText)
        .anyMatch(it -> it.endsWith(name));
    click("Restore");
    roundTrip();
    assertThat(heading()).isEqualTo(name);
  }

  @Test
  void recordsOfAllKindsComeBackFromTheirPages() {
    UUID company = firm("Binnenhof BV").value();
    bringsBack("company", company, "companies/" + company, "Binnenhof BV");
    UUID contact = person("Bina", "Korb").value();
    bringsBack("contact", contact, "contacts/" + contact, "Bina Korb");
    DealId deal =
        deals.create(
            DealData.builder()
                .name("Deal in the bin")
                .stageId(FirstPipeline.of(pipelines).stages().getFirst().kept())
                .build());
    bringsBack("deal", deal.value(), "deals/" + deal.value(), "Deal in the bin");
    UUID activity =
        activities
            .create(ActivityData.builder().subject("Call from the bin").build(), ActivityLinks.NONE)
            .value();
    bringsBack("activity", activity, "activities/" + activity, "Call from the bin");
  }

  @Test
  void addressWithoutRecordSaysNothingOfTheBin() {
    open("companies/" + UUID.randomUUID(), "");

    assertThat(heading()).isEqualTo("This page does not exist");
    assertThat(offers("Restore")).isFalse();
  }
}
