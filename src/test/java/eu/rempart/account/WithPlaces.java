package eu.rempart.account;

import eu.rempart.account.place.NewPlaces;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody signed in as the administrator from elsewhere. */
public abstract class WithPlaces extends WithApplication {

  @Autowired private NewPlaces news;

  protected void signedInFrom(String place) {
    var admin = admin();
    news.arrived(admin.memberId(), "FR", "Firefox, Linux");
    news.arrived(admin.memberId(), place, "Chrome, Windows");
  }
}
