package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.When;
import eu.rempart.contact.ContactId;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagService;
import eu.rempart.team.WithNarrowedMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The copy for a person has words for what there are several of in a column. */
class CopiedActivityTest extends WithNarrowedMembers {

  @Autowired private PrivacyService privacy;
  @Autowired private ActivityService activities;
  @Autowired private TagService tags;

  @Test
  void remindersAndTagsAreTold() throws IOException {
    ContactId lea = person("Copied", admin().memberId());
    Tag tag = tags.create("Tag " + UUID.randomUUID().toString().substring(0, 8));
    activities.create(
        ActivityData.builder()
            .subject("About Lea")
            .ownerId(admin().memberId())
            .when(When.on(LocalDate.of(2031, 3, 4)))
            .reminders(List.of(15, 1_440))
            .tags(Set.of(tag.id().value()))
            .build(),
        ActivityLinks.of(lea));

    assertThat(new String(privacy.copy(lea), StandardCharsets.UTF_8))
        .contains("[ 15, 1440 ]", "[ \"" + tag.id().value() + "\" ]")
        .doesNotContain("[L");
    try (PDDocument paper = Loader.loadPDF(privacy.paper(lea))) {
      assertThat(new PDFTextStripper().getText(paper))
          .contains("15, 1440", tag.name())
          .doesNotContain("[L");
    }
  }
}
