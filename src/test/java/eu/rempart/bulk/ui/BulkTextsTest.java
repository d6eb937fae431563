package eu.rempart.bulk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import org.junit.jupiter.api.Test;

/** What is said of records that a change of many left alone. */
class BulkTextsTest extends BrowserlessTest {

  @Test
  void whatWasSoAlreadyIsToldFromWhatCouldNotBeChanged() {
    assertThat(BulkTexts.done("edit", 1, 6, 4))
        .isEqualTo("One record edited. 4 were so already. 2 could not be changed.");
    assertThat(BulkTexts.done("edit", 1, 6, 6)).isEqualTo("One record edited. 6 were so already.");
    assertThat(BulkTexts.done("edit", 1, 1, 0))
        .isEqualTo("One record edited. One could not be changed.");
    assertThat(BulkTexts.done("edit", 2, 0, 0)).isEqualTo("2 records edited.");
  }
}
