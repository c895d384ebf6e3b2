//! Journeys through the desk and the real window.
