package eu.rempart.email.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.email.WithMail;

/** A firm that sees its e-mails on the pages of contacts. */
abstract class WithEmailScreens extends WithMail {

  protected void open(Known contact) {
    open(ContactNavigation.details(contact.id()), "tab=timeline");
  }

  protected TextArea text() {
    return find(TextArea.class).withLabel("Text").all().getLast();
  }

  protected static boolean isShown(Article card, String words) {
    return card.getElement().getOuterHTML().contains(words);
  }

  protected void press(String label) {
    test(find(Button.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .all()
            .getFirst())
        .click();
  }

  protected Article card() {
    return find(Article.class).all().getFirst();
  }
}
