package eu.rempart.email.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.WithFirm;
import eu.rempart.email.template.TemplateService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A template is a long text: what is typed outlives the page. */
class TemplateDraftTest extends WithFirm {

  @Autowired private TemplateService templates;

  private TextArea text() {
    return find(TextArea.class).withLabel("Text").all().getLast();
  }

  private void press(String label) {
    test(find(Button.class)
            .withCondition(button -> button.getAriaLabel().filter(label::equals).isPresent())
            .single())
        .click();
  }

  @Test
  void aTemplateThatWasLeftHalfWrittenComesBackUntilItIsGivenUp() {
    open("emails", "");
    click("New template");
    fill("Name", "Half written");
    text().setValue("Dear reader, this took an hour");
    open("emails", ""); // as a closed tab and a new one
    assertThat(templates.all()).noneMatch(each -> each.name().equals("Half written"));

    click("New template");
    assertThat(says("You began this and did not save it")).isTrue();
    assertThat(text().getValue()).isEqualTo("Dear reader, this took an hour");
    click("Begin anew");
    assertThat(text().getValue()).isEmpty();
    open("emails", "");
    click("New template");
    assertThat(says("You began this and did not save it")).isFalse();

    fill("Name", "Kept");
    fill("Subject", "Subject");
    text().setValue("Text");
    click("Save template");
    press("Edit Kept");
    text().setValue("Changed and left");
    open("emails", "");
    press("Edit Kept");
    assertThat(text().getValue()).isEqualTo("Changed and left");
    click("Cancel");
    assertThat(text().getValue()).as("one is asked first").isEqualTo("Changed and left");
    confirm();
    press("Edit Kept");
    assertThat(text().getValue()).isEqualTo("Text");
  }
}
