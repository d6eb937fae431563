package eu.rempart.account.ui.door;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.second.SecondStepException;
import eu.rempart.account.second.SecondStepFilter;
import eu.rempart.account.session.SignIns;

/** Signs somebody in who has just proved who they are in a view. */
final class Arrival {

  private Arrival() {}

  /** The session is theirs from now on; the view stays. */
  static void establish(SignIns signIns, SignedInMember member) {
    signIns.establish(
        member,
        VaadinServletRequest.getCurrent().getHttpServletRequest(),
        VaadinServletResponse.getCurrent().getHttpServletResponse());
  }

  /**
   * The same of somebody who has just joined, and goes on to the home page; to the second step
   * where their role needs one.
   */
  static void enter(SignIns signIns, SecondStep step, SignedInMember member) {
    try {
      step.requireOf(member, source());
    } catch (SecondStepException more) {
      if (more.ticket().isEmpty()) {
        UI.getCurrent().getPage().setLocation("/login?second=missing");
      } else {
        SecondStepFilter.remember(
            VaadinServletRequest.getCurrent().getHttpServletRequest(), more.ticket());
        UI.getCurrent().getPage().setLocation(SecondStepFilter.PATH);
      }
      return;
    }
    establish(signIns, member);
    goHome();
  }

  /** The address that this request comes from. */
  static String source() {
    return ClientAddress.of(VaadinServletRequest.getCurrent());
  }

  /** Loads the home page anew, so that nothing of this page remains. */
  static void goHome() {
    UI.getCurrent().getPage().setLocation("/");
  }
}
