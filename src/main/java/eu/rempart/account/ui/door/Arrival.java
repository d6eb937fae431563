package eu.rempart.account.ui.door;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import eu.rempart.account.SignedInMember;
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

  /** The address that this request comes from; Jetty writes those of IPv6 in brackets. */
  static String source() {
    return VaadinServletRequest.getCurrent().getRemoteAddr().replaceAll("[\\[\\]]", "");
  }

  /** Loads the home page anew, so that nothing of this page remains. */
  static void goHome() {
    UI.getCurrent().getPage().setLocation("/");
  }
}
