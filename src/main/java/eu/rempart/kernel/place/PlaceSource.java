package eu.rempart.kernel.place;

import java.util.List;

/** A room that sends data somewhere, or keeps them there. */
public interface PlaceSource {

  /** All places that are set up now, allowed or not. */
  List<DataPlace> places();
}
