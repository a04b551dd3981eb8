# Debian packages, by CPack: `cmake --workflow --preset package` leaves them in build/package.
#
#   cfasearch         the programs, their manual pages, completions and units
#   libxapian-c0      the library that shim/ makes, for other programs: ours have it linked in
#   libxapian-c-dev   what such programs are built with
#
# debian/ is not there: CPack writes what would be in it, and finish.cmake adds what Debian has in every package.
set(CFA_MAINTAINER "cfasearch maintainers <cfasearch@packages.invalid>" CACHE STRING "Who answers for the packages, as Name <address>")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cfasearch)
set(CPACK_PACKAGE_VENDOR cfasearch)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each has its own
set(CPACK_PACKAGE_CONTACT ${CFA_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/begin.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/finish.cmake)
set(CPACK_CFASEARCH_PACKAGING ${CMAKE_CURRENT_LIST_DIR})

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE cfasearch)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY >=)

set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME cfasearch)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS curl)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SUGGESTS "spawn-fcgi, nginx | lighttpd")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_CONTROL_EXTRA
  ${CMAKE_CURRENT_LIST_DIR}/postinst ${CMAKE_CURRENT_LIST_DIR}/prerm ${CMAKE_CURRENT_LIST_DIR}/postrm)
set(CPACK_COMPONENT_PROGRAMS_DESCRIPTION
"search engine for decisions on freedom of association
It indexes the reports of the ILO's Committee on Freedom of Association, as
NORMLEX prints them, in English, French and Spanish, and answers questions in
the shell and on a web page: with the exact paragraph, its citation, its text
in the other languages, and the principles of the Committee. A question in one
language finds texts in all three.

The reports are not part of it, and it is not a service of the ILO.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libxapian-c0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/triggers)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
"C bindings for the search engine library libxapian
The classes of libxapian as opaque types and functions of C11: no exception of
C++ reaches the caller, and every failure is a status with a message.")

set(CPACK_DEBIAN_LIBRARY-DEVELOPMENT_PACKAGE_NAME libxapian-c-dev)
set(CPACK_DEBIAN_LIBRARY-DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY-DEVELOPMENT_PACKAGE_DEPENDS "libxapian-c0 (= ${PROJECT_VERSION}), libxapian-dev")
set(CPACK_COMPONENT_LIBRARY-DEVELOPMENT_DESCRIPTION
"C bindings for the search engine library libxapian (development files)
The classes of libxapian as opaque types and functions of C11: no exception of
C++ reaches the caller, and every failure is a status with a message.

Here are the header, which is the manual, and what the linker needs.")
include(CPack)
