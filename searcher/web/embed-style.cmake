# Writes a C file that holds the style sheet: cmake -DINPUT=style.css -DOUTPUT=style-data.c -P embed-style.cmake
file(READ ${INPUT} bytes HEX)
string(LENGTH "${bytes}" digits)
math(EXPR length "${digits} / 2")
string(REGEX REPLACE "(................................)" "\\1\n    " bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1, " bytes "${bytes}")
file(SHA256 ${INPUT} digest)
string(SUBSTRING ${digest} 0 12 version)
file(WRITE ${OUTPUT} "#include \"style.h\"\n
const char cfa_style[] = {\n    ${bytes}0};
const size_t cfa_style_length = ${length};
const char cfa_style_version[] = \"${version}\";\n")
