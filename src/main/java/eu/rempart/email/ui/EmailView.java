package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.email.Email;
import eu.rempart.email.EmailId;
import eu.rempart.email.EmailService;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.list.ListAddress;
import jakarta.annotation.security.RolesAllowed;

/** Leads from an e-mail to the timeline that it stands in. */
@Route(value = EmailNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class EmailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient EmailService emails;
  private final transient RecordKinds kinds;

  EmailView(EmailService emails, RecordKinds kinds) {
    this.emails = emails;
    this.kinds = kinds;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Email email =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .flatMap(id -> emails.find(new EmailId(id)))
            .orElseThrow(NotFoundException::new);
    String page =
        kinds.of(email.about().kind()).path(email.about().id()).orElseThrow(NotFoundException::new);
    event.forwardTo(page, QueryParameters.of("tab", "timeline"));
  }

  @Override
  public String getPageTitle() {
    return t("email.list.title");
  }
}
