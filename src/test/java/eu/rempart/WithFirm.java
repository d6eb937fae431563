package eu.rempart;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.search.Indexes;
import eu.rempart.shell.list.SearchMemo;
import eu.rempart.shell.part.Confirmation;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens of a firm, with an administrator who is signed in. */
public abstract class WithFirm extends WithApplication {

  @Autowired protected ContactService contacts;
  @Autowired protected CompanyService companies;
  @Autowired protected LinkService links;

  @Override
  protected void arrive() {
    super.arrive();
    Indexes.awaitReady(contacts::indexState, companies::indexState);
  }

  /** What a test left in a form is no next test's. */
  @AfterEach
  void forgetDrafts() {
    sql("DELETE FROM draft");
  }

  /** Goes on as somebody with this role and the administrator's key. */
  protected void actAs(Role role) {
    SignedInMember known = admin();
    act(new SignedInMember(known.memberId(), role, known.signIn(), known.vault()));
  }

  protected ContactId person(String first, String last) {
    return contacts.create(ContactData.builder().firstName(first).lastName(last).build());
  }

  protected CompanyId firm(String name) {
    return companies.create(CompanyData.builder().name(name).build());
  }

  @Override
  protected void click(String text) {
    test(find(Button.class).withText(text).all().getLast()).click();
  }

  /** Opens a screen anew: Flow would keep one that is shown already. */
  protected void open(String path, String query) {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    roundTrip();
  }

  /** Does it while nobody holds the session: whoever waits for it has its turn. */
  protected static void outside(Runnable work) {
    VaadinSession session = VaadinSession.getCurrent();
    session.unlock();
    try {
      work.run();
    } finally {
      session.lock();
    }
  }

  /** What the address of a list says of a text that was searched for. */
  protected static String foundBy(String text) {
    return "found=" + SearchMemo.current().keep(text);
  }

  /** Presses the button of the question that is asked. */
  protected void confirm() {
    test(find(Button.class, find(Confirmation.class).single()).last()).click();
  }

  protected void fill(String label, String value) {
    test(find(TextField.class).withLabel(label).all().getLast()).setValue(value);
  }

  protected boolean offers(String button) {
    return find(Button.class).withText(button).exists();
  }

  @SuppressWarnings("unchecked")
  protected <T> Grid<T> grid() {
    return find(Grid.class).single();
  }

  protected boolean says(String text) {
    return find(Span.class).withTextContaining(text).exists();
  }
}
