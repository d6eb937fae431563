/** What comes to the installation: connections, requests and places, as numbers and over time. */
@NullMarked
package eu.rempart.edge.traffic.ui;

import org.jspecify.annotations.NullMarked;
