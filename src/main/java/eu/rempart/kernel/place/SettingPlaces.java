package eu.rempart.kernel.place;

/**
 * Places that settings name: all of them are known, without a database, before the first connection
 * is opened, and one to which nothing may be sent ends the start.
 */
public interface SettingPlaces extends PlaceSource {}
