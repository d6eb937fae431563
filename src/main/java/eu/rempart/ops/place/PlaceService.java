package eu.rempart.ops.place;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.DataPlaces;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where data go to or lie, for administrators and engineers. */
@Service
public class PlaceService {

  private final DataPlaces places;
  private final Rights rights;

  PlaceService(DataPlaces places, Rights rights) {
    this.places = places;
    this.rights = rights;
  }

  /** All places, ordered by what they are for. */
  public List<DataPlaces.Judged> places() {
    rights.require(Right.SEE_OPERATIONS);
    return places.all();
  }

  /** Whether members' own mailboxes must be in those countries, too. */
  public boolean holdsMailboxes() {
    rights.require(Right.SEE_OPERATIONS);
    return places.holdsMailboxes();
  }

  /** The countries that data may go to. */
  public AllowedCountries allowed() {
    rights.require(Right.SEE_OPERATIONS);
    return places.allowed();
  }
}
